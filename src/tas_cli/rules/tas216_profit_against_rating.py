"""TAS216: a rating of profitability that the profit contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject

_PROFIT = "profitability"


def _check(subject: Subject) -> Iterator[Finding]:
    profit = subject.opportunity.profit
    asked = subject.thresholds.profit if subject.thresholds else None
    if profit is None or asked is None or not subject.open:
        return
    sign = subject.sign(_PROFIT)
    if sign != "?" and (sign == "+") != (profit >= asked):
        how = "is below" if sign == "+" else "reaches"
        yield Finding(
            f"{numbered(_PROFIT)} is {sign}, yet the profit of {subject.money(profit)} {how} our "
            f"threshold of {subject.money(asked)}",
            subject.cell_path(_PROFIT, US),
            "correct the rating or the `profit:`, whichever is wrong",
            severity=None if sign == "+" else Severity.INFO,
        )


RULE = Rule(
    code="TAS216",
    name="profit-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "What has to be left of an order is the same for all deals of your company; it stands "
        "in tas.yaml. A + on a profit below that threshold talks a thin deal rich. The other "
        "way round, a - on a profit that is high enough is a hint. Amounts in another "
        "currency than that of tas.yaml are not compared."
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
        "Correct the sign, or bring `profit:` up to date with the discounts that you will "
        "have to give."
    ),
    check=_check,
)
