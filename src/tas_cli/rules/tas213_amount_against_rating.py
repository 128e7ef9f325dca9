"""TAS213: a rating of short-term revenue that the amount contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import measured_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.thresholds import against_amount, thresholds_of

_REVENUE = "short_term_revenue"


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.sign(_REVENUE) == "+" or _soon_enough(subject):
        amount, asked = subject.opportunity.amount, thresholds_of(subject).order_amount
        yield from against_amount(subject, _REVENUE, "amount", amount, asked)


def _soon_enough(subject: Subject) -> bool:
    """Whether the - cannot be due to the date."""
    frame, left = thresholds_of(subject).days_to_close, subject.days_to_close(_REVENUE)
    return frame is None or (left is not None and left <= frame)


RULE = Rule(
    code="TAS213",
    name="amount-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "What counts as a large order is the same for all of your company's deals, and is set in "
        "tas.yaml. A + on an order below that minimum makes a small deal look like a big one. A - "
        "on an order that meets it is reported as a hint, unless the close date explains it. "
        "Amounts in a currency other than the one in tas.yaml are not compared."
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
        'Correct the rating (`tas rate ID 16=-`) or the amount (`tas set ID amount="…"`). If the '
        "minimum no longer fits your business, change it in tas.yaml for all deals."
    ),
    asked_of=measured_deals,
    check=_check,
)
