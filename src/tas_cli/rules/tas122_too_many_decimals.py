"""TAS122: an amount with more decimals than its currency has."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.amounts import future, too_fine
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    deal = subject.opportunity
    amounts = {("amount",): deal.amount, ("profit",): deal.profit, **future(deal.future_revenue)}
    yield from too_fine(amounts, deal.currency or subject.settings.currency)


RULE = Rule(
    code="TAS122",
    name="too-many-decimals",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "In many countries 250.000 is a quarter of a million. In these files it is 250, because "
        "the period is the decimal point. Most currencies have two decimals, some have none "
        "(JPY), and some have three (KWD, BHD). More than that usually means a thousands "
        "separator, and the deal counts for a thousandth of its size."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 250.000
currency: EUR
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 250000
currency: EUR
""",
    instead="Write the digits without separators: 250000. Use a period only for decimals: 250.50.",
    check=_check,
)
