"""TAS216: a rating of profitability that the profit contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import measured_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.thresholds import against_amount, thresholds_of


def _check(subject: Subject) -> Iterator[Finding]:
    profit, asked = subject.opportunity.profit, thresholds_of(subject).profit
    return against_amount(subject, "profitability", "profit", profit, asked)


RULE = Rule(
    code="TAS216",
    name="profit-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "How much profit an order must bring is the same for all of your company's deals, and is "
        "set in tas.yaml. A + on a profit below that minimum makes a thin deal look rich. A - on a "
        "profit that meets it is reported as a hint. Amounts in a currency other than the one in "
        "tas.yaml are not compared."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
profit: 20000
assessments:
  - date: 2026-11-16
    ratings:
      profitability:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
profit: 20000
assessments:
  - date: 2026-11-16
    ratings:
      profitability: {us: "-"}
""",
    instead=(
        "Correct the rating (`tas rate ID 18=-`), or update the profit to reflect the discounts "
        'you will have to give: `tas set ID profit="…"`.'
    ),
    asked_of=measured_deals,
    check=_check,
)
