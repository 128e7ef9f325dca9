"""The checks as markdown: a page for each, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.rules.rule import Rule
from tas_cli.views.safe import safe


def rule_page(rule: Rule) -> str:
    """Return the page of one check."""
    return "\n".join(
        [
            f"# {rule.code}: {rule.name}",
            "",
            f"Severity: {rule.severity}. Added in {rule.since}.",
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
    return "\n".join(["# Checks", "", *head, *rows, ""])


def _example(rule: Rule, example: str) -> list[str]:
    if not rule.about_content:
        return [example]
    return ["```yaml", *map(safe, example.rstrip("\n").split("\n")), "```"]


def _cell(words: str) -> str:
    return words.replace("|", r"\|")
