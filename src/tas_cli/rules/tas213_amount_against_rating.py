"""TAS213: a rating of short-term revenue that the amount contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject

_REVENUE = "short_term_revenue"


def _check(subject: Subject) -> Iterator[Finding]:
    amount = subject.opportunity.amount
    asked = subject.thresholds.order_amount if subject.thresholds else None
    if amount is None or asked is None or not subject.open:
        return
    sign = subject.sign(_REVENUE)
    if sign == "+" and amount < asked:
        yield _finding(subject, sign, f"is below our threshold of {subject.money(asked)}")
    elif sign == "-" and amount >= asked and _soon_enough(subject):
        yield _finding(subject, sign, f"reaches our threshold of {subject.money(asked)}")


def _soon_enough(subject: Subject) -> bool:
    """Whether the date is surely no reason for the -."""
    frame = subject.thresholds.days_to_close if subject.thresholds else None
    left = subject.days_to_close(_REVENUE)
    return frame is None or (left is not None and left <= frame)


def _finding(subject: Subject, sign: str, how: str) -> Finding:
    amount = subject.money(subject.opportunity.amount or Decimal())
    return Finding(
        f"{numbered(_REVENUE)} is {sign}, yet the amount of {amount} {how}",
        subject.cell_path(_REVENUE, US),
        "correct the rating or the `amount:`, whichever is wrong",
        severity=None if sign == "+" else Severity.INFO,
    )


RULE = Rule(
    code="TAS213",
    name="amount-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "What counts as a large order is the same for all deals of your company; it stands in "
        "tas.yaml. A + on an order below that threshold makes a small deal look like a big "
        "one. The other way round, a - on an amount that is large enough is a hint, unless "
        "the closing date is the reason. Amounts in another currency than that of tas.yaml "
        "are not compared."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 180000
assessments:
  - date: 2026-11-16
    ratings:
      short_term_revenue:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 180000
assessments:
  - date: 2026-11-16
    ratings:
      short_term_revenue: {us: "-"}
""",
    instead=(
        "Correct the sign, or bring `amount:` up to date. If the threshold no longer fits "
        "your business, change it in tas.yaml, for all deals at once."
    ),
    check=_check,
)
