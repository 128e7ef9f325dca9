"""TAS509: an open deal whose expected close has passed."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.tas512_open_but_closed import ended
from tas_cli.words import counted


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal that should be closed by now; TAS512 covers those that seem closed."""
    close = subject.opportunity.expected_close
    if close and close < subject.day and not ended(subject.opportunity):
        days = counted((subject.day - close).days, "day")
        yield Finding(
            f"the deal is still open, {days} after its expected close",
            ("expected_close",),
            "enter the new date: `tas set ID expected_close=YYYY-MM-DD`; or close the deal: "
            '`tas close ID lost --reason "…"`',
        )


RULE = Rule(
    code="TAS509",
    name="close-date-past",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A close date in the past makes every forecast that counts on it wrong. It also means "
        "that something happened on the customer's side that nobody has recorded."
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
    instead=(
        "Enter the date you expect now: `tas set ID expected_close=2027-01-29`. If the deal is "
        'over, close it: `tas close ID lost --reason "…"`.'
    ),
    asked_of=open_deals,
    check=_check,
)
