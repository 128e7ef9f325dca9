"""The checks as markdown: a page for each, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.views.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_cli.rules.rule import Rule


def rule_page(rule: Rule) -> str:
    """Return the page of one check."""
    return "\n".join(
        [
            f"# {rule.code}: {rule.name}",
            "",
            f"{rule.severity.capitalize()}, since {rule.since}.",
            "",
            rule.why,
            "",
            "## What to write instead",
            "",
            rule.instead,
            "",
            "## Wrong",
            "",
            *_example(rule, rule.bad_text),
            "",
            "## Right",
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
    head = ["| code | name | severity | what to write instead |", "|---|---|---|---|"]
    return "\n".join(["# The checks", "", *head, *rows, ""])


def _example(rule: Rule, example: str) -> list[str]:
    if not rule.about_content:
        return [example]
    return ["```yaml", *map(safe, example.rstrip("\n").split("\n")), "```"]


def _cell(words: str) -> str:
    return words.replace("|", r"\|")
