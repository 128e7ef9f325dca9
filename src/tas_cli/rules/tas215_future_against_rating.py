"""TAS215: a rating of future revenue that the expected figures contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject

_FUTURE = "future_revenue"
_Term = tuple[str, Decimal | None, Decimal | None]
"""A time frame, what is expected in it, and what is asked for."""


def _check(subject: Subject) -> Iterator[Finding]:
    expected = subject.opportunity.future_revenue
    asked = subject.thresholds.future_revenue if subject.thresholds else None
    if expected is None or asked is None or not subject.open:
        return
    sign = subject.sign(_FUTURE)
    terms: tuple[_Term, _Term] = (
        ("one year", expected.one_year, asked.one_year),
        ("three years", expected.three_years, asked.three_years),
    )
    if sign != "?" and _contradicted(sign, terms):
        figures = "; ".join(_figures(subject, *term) for term in terms if term[2] is not None)
        yield Finding(
            f"{numbered(_FUTURE)} is {sign}, yet {figures}",
            subject.cell_path(_FUTURE, US),
            "correct the rating or the `future_revenue:`, whichever is wrong",
            severity=None if sign == "+" else Severity.INFO,
        )


def _contradicted(sign: str, terms: Iterable[_Term]) -> bool:
    """Whether every figure that is asked for is there and speaks against the sign."""
    found = False
    for _, expected, asked in terms:
        if asked is not None:
            if expected is None or (expected >= asked) == (sign == "+"):
                return False
            found = True
    return found


def _figures(subject: Subject, term: str, expected: Decimal | None, asked: Decimal | None) -> str:
    return (
        f"{subject.money(expected or Decimal())} is expected within {term}, where our threshold "
        f"is {subject.money(asked or Decimal())}"
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
    check=_check,
)
