"""TAS509: the expected close is past, and the deal is still open."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.tas512_open_but_closed import ended
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal that should have been decided by now; TAS512 where it seems to be."""
    close = subject.opportunity.expected_close
    if close and close < subject.day and not ended(subject.opportunity):
        days = counted((subject.day - close).days, "day")
        yield Finding(
            f"the deal was to close {days} ago and is still open",
            ("expected_close",),
            "write the day that you and the customer expect now, or end the deal with `tas close`",
        )


RULE = Rule(
    code="TAS509",
    name="close-date-past",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A date that has gone by makes every forecast wrong that counts on it. It also means "
        "that something happened at the customer which nobody has written down yet."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 300000
expected_close: 2026-10-30
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 300000
expected_close: 2027-01-29
""",
    instead="Write the date you expect now, or end the deal: `tas set` and `tas close` do it.",
    asked_of=open_deals,
    check=_check,
)
