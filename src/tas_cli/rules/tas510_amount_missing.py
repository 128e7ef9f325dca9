"""TAS510: a deal with a close date but no amount."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_FORECAST = 90
"""How many days ahead a deal counts in the forecast; later deals may have no amount yet."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Find an open deal that is expected to close soon and has no amount."""
    deal, close = subject.opportunity, subject.opportunity.expected_close
    if deal.amount is None and close and 0 <= (close - subject.day).days <= _FORECAST:
        yield Finding(
            f"the deal is expected to close on {close} but has no amount",
            ("expected_close",),
            'enter your best estimate: `tas set ID amount="…"`',
            on_key=True,
        )


RULE = Rule(
    code="TAS510",
    name="amount-missing",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "A deal expected to close within 90 days is part of the forecast. Without an amount, it "
        "counts as zero. If you can name the day, you can estimate the size."
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
    instead="Enter an amount: `tas set ID amount=300000`. An estimate is better than nothing.",
    asked_of=open_deals,
    check=_check,
)
