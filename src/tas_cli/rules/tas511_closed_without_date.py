"""TAS511: a closed deal without a closing date."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a won, lost or disengaged deal without the day it was closed."""
    closed = subject.opportunity.closed
    if not subject.open and not (closed and closed.date):
        yield Finding(
            f"the deal is {subject.opportunity.status} but has no closing date",
            ("closed", "date") if closed else ("status",),
            f"add it: `tas close ID {subject.opportunity.status} --date YYYY-MM-DD`",
        )


RULE = Rule(
    code="TAS511",
    name="closed-without-date",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Wins and losses are counted by closing date. Without one, the deal belongs to no "
        "quarter, and when you look back it seems to have been closed all along."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
status: lost
closed: {reason: "They chose X-Sys"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
status: lost
closed: {date: 2026-11-12, reason: "They chose X-Sys"}
""",
    instead="Add the date: `tas close ID lost --date 2026-11-12`. Or write it under `closed:`.",
    check=_check,
)
