"""TAS215: a rating of future revenue that the expected figures contradict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import TEXT
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import measured_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.thresholds import contradicted, contradicts, thresholds_of

_FUTURE = "future_revenue"


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a sign that every figure with a minimum contradicts, if all of them are given."""
    expected, asked = subject.opportunity.future_revenue, thresholds_of(subject).future_revenue
    if expected is None or asked is None:
        return
    terms = (
        ("one_year", expected.one_year, asked.one_year),
        ("three_years", expected.three_years, asked.three_years),
    )
    figures = [
        _against(subject, term, amount, least) for term, amount, least in terms if least is not None
    ]
    if figures and all(figures):
        fields = [f"{_FUTURE}.{term}={TEXT}" for term, _, least in terms if least is not None]
        yield contradicted(subject, _FUTURE, f"we expect {' and '.join(figures)}", *fields)


def _against(subject: Subject, term: str, amount: Decimal | None, least: Decimal) -> str:
    """Return how an amount contradicts our sign, or an empty text."""
    if amount is None or not contradicts(subject.sign(_FUTURE), amount, least):
        return ""
    within = term.replace("_", " ")
    return f"{subject.money(amount)} in {within} (minimum {least:,f})"


RULE = Rule(
    code="TAS215",
    name="future-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "How much follow-on business counts as a lot is the same for all of your company's deals, "
        "and is set in tas.yaml. A + is questioned if every figure that has a minimum is below it. "
        "A - is questioned if every one reaches it, but only as a hint, since a figure may be a "
        "friendly remark. If a figure is missing, nothing is reported. Amounts in a currency other "
        "than the one in tas.yaml are not compared."
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
    instead=(
        "Correct the rating (`tas rate ID 17=-`) or the figures: `tas set ID "
        'future_revenue.one_year="…" future_revenue.three_years="…"`.'
    ),
    asked_of=measured_deals,
    check=_check,
)
