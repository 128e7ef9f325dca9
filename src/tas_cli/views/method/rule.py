"""A check, explained."""

from __future__ import annotations

from tas_cli.rules.rule import Rule
from tas_cli.views.page import GAP, Block, Page, Title, line, paragraph, section


def rule_page(rule: Rule) -> Page:
    """Return a check: why it matters, how to fix it, and an example before and after."""
    return (
        Title(f"{rule.code} {rule.name}"),
        paragraph(f"A check on your files. Severity: {rule.level}. Added in {rule.since}."),
        GAP,
        paragraph(rule.why),
        section("How to fix it", paragraph(rule.instead, indent=2)),
        section("Before", *_example(rule, rule.bad_text)),
        section("After", *_example(rule, rule.good)),
    )


def _example(rule: Rule, example: str) -> tuple[Block, ...]:
    """Return an example as it would appear in a file."""
    if not rule.about_content:
        return (paragraph(example, indent=2),)
    return tuple(line(f"  {each}") for each in example.rstrip("\n").split("\n"))
