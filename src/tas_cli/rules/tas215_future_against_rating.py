"""TAS215: a rating of future revenue that the expected figures contradict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import measured_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.thresholds import contradicted, speaks_against, thresholds_of

_FUTURE = "future_revenue"


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a sign that every figure that is asked for is there and speaks against."""
    expected, asked = subject.opportunity.future_revenue, thresholds_of(subject).future_revenue
    if expected is None or asked is None:
        return
    terms = (
        ("one year", expected.one_year, asked.one_year),
        ("three years", expected.three_years, asked.three_years),
    )
    figures = [
        _against(subject, term, amount, least) for term, amount, least in terms if least is not None
    ]
    if figures and all(figures):
        yield contradicted(subject, _FUTURE, "; ".join(figures), "future_revenue")


def _against(subject: Subject, term: str, amount: Decimal | None, least: Decimal) -> str:
    """Return how an amount speaks against our sign; empty where it does not."""
    if amount is None or not speaks_against(subject.sign(_FUTURE), amount, least):
        return ""
    return (
        f"{subject.money(amount)} is expected within {term}, where our threshold is "
        f"{subject.money(least)}"
    )


RULE = Rule(
    code="TAS215",
    name="future-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "How much further business makes a deal worth more than itself is the same for all "
        "deals of your company; it stands in tas.yaml. A + is called into question where "
        "every figure that is asked for stays below its threshold; a - where every one "
        "reaches it, and then it is a hint, for a figure may be a friendly remark. Where a "
        "figure is missing, nothing is said. Amounts in another currency than that of "
        "tas.yaml are not compared."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
future_revenue: {one_year: 50000, three_years: 120000}
assessments:
  - date: 2026-11-16
    ratings:
      future_revenue:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
future_revenue: {one_year: 50000, three_years: 120000}
assessments:
  - date: 2026-11-16
    ratings:
      future_revenue: {us: "-"}
""",
    instead=("Correct the sign, or bring `future_revenue:` up to date."),
    asked_of=measured_deals,
    check=_check,
)
