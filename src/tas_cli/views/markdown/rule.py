"""The checks as markdown: a page for each, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.rules.rule import Rule
from tas_cli.views.safe import safe

_ABOUT = (
    "`tas check` runs these checks. `tas explain TAS201` shows a check's page.",
    "",
    "- TAS1xx: can the file be read as data?",
    "- TAS2xx: ratings and evidence",
    "- TAS3xx: the strategy",
    "- TAS4xx: the sales process, debriefs and action items",
    "- TAS5xx: files, names, dates and settings",
    "- TAS6xx: people and accounts",
    "- TAS7xx: the plan, challenges, partners and signs",
    "- TAS8xx: value, what an account knows, and deals on hold",
    "",
    "An error means that the file cannot be trusted as data. A warning means that the deal goes",
    "against the method. `info` is a hint. Use `rules:` in `tas.yaml` to turn off a warning or",
    "hint, or to change its severity; `# tas: ignore[TAS201] reason` hides it for one line or",
    "block. Errors cannot be turned off.",
)


def rule_page(rule: Rule) -> str:
    """Return the page of one check."""
    return "\n".join(
        [
            f"# {rule.code}: {rule.name}",
            "",
            f"Severity: {rule.level}. Added in {rule.since}.",
            "",
            rule.why,
            "",
            "## How to fix it",
            "",
            rule.instead,
            "",
            "## Before",
            "",
            *_example(rule, rule.bad_text),
            "",
            "## After",
            "",
            *_example(rule, rule.good),
            "",
        ]
    )


def rule_index(rules: Iterable[Rule]) -> str:
    """Return the list of the checks, each with a link to its page."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_cell(rule.instead)} |"
        for rule in rules
    ]
    head = ["| code | name | severity | how to fix it |", "|---|---|---|---|"]
    return "\n".join(["# Checks", "", *_ABOUT, "", *head, *rows, ""])


def _example(rule: Rule, example: str) -> list[str]:
    if not rule.about_content:
        return [example]
    return ["```yaml", *map(safe, example.rstrip("\n").split("\n")), "```"]


def _cell(words: str) -> str:
    return words.replace("|", r"\|")
