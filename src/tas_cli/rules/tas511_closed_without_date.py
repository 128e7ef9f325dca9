"""TAS511: a deal that is over, nobody knows since when."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a deal that was won, lost or given up on a day that is not in the file."""
    closed = subject.opportunity.closed
    if not subject.open and not (closed and closed.date):
        yield Finding(
            f"the deal is {subject.opportunity.status}, but the file does not say since when",
            ("closed", "date") if closed else ("status",),
            "write the day under `closed:`, such as `closed: {date: 2027-03-29}`",
        )


RULE = Rule(
    code="TAS511",
    name="closed-without-date",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "What was won or lost this quarter is counted by that day. Without it the deal is in no "
        "quarter, and looking back you see it as over all along."
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
    instead="Write `closed:` with the date; `tas close` does it for you.",
    check=_check,
)
