"""TAS510: a deal with a date and without an amount."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_FORECAST = 90
"""Days ahead in which a deal counts in the forecast; further off, a size may still be open."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal that is to close soon, and for nothing that could be counted."""
    deal, close = subject.opportunity, subject.opportunity.expected_close
    if deal.amount is None and close and 0 <= (close - subject.day).days <= _FORECAST:
        yield Finding(
            f"the deal is to close on {close}, but the file does not say for what amount",
            ("expected_close",),
            "write your best estimate under `amount:`, in digits",
            on_key=True,
        )


RULE = Rule(
    code="TAS510",
    name="amount-missing",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "A deal that is to close within 90 days stands in the forecast. Without an amount it "
        "counts there as nothing. Who can name the day can estimate the size."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-01-29
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 300000
expected_close: 2027-01-29
""",
    instead="Write an amount; an estimate is better than none.",
    asked_of=open_deals,
    check=_check,
)
