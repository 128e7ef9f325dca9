"""A check, explained in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.views.safe import safe
from tas_cli.views.terminal.plain import paragraph, section, title

if TYPE_CHECKING:
    from tas_cli.rules.rule import Rule


def rule_page(rule: Rule, width: int) -> list[str]:
    """Return a check: why it matters, what to write instead, and an example of both."""
    return [
        *title(f"{rule.code} {rule.name}", width),
        *paragraph(
            f"A check of your files. {rule.severity.capitalize()}, since {rule.since}.", width
        ),
        "",
        *paragraph(rule.why, width),
        *section("What to write instead", paragraph(rule.instead, width, indent=2)),
        *section("Wrong", _example(rule, rule.bad_text, width)),
        *section("Right", _example(rule, rule.good, width)),
    ]


def _example(rule: Rule, example: str, width: int) -> list[str]:
    """Return an example as it stands in a file, with what cannot be seen spelt out."""
    if not rule.about_content:
        return paragraph(example, width, indent=2)
    return ["  " + safe(line) for line in example.rstrip("\n").split("\n")]
