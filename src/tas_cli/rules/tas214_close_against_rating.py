"""TAS214: a + on short-term revenue for an order that comes too late."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.thresholds import contradicted
from tas_cli.words import counted

_REVENUE = "short_term_revenue"


def _check(subject: Subject) -> Iterator[Finding]:
    thresholds = subject.settings.thresholds
    frame = thresholds.days_to_close if thresholds else None
    left = subject.days_to_close(_REVENUE) if frame is not None else None
    if frame is not None and left is not None and left > frame and subject.sign(_REVENUE) == "+":
        words = (
            f"the expected close was {counted(left, 'day')} away when rated (our limit: {frame})"
        )
        yield contradicted(subject, _REVENUE, words, f"expected_close={DAY}")


RULE = Rule(
    code="TAS214",
    name="close-against-rating",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Short-term revenue is money that comes soon, and how soon is the same for all your "
        "company's deals: `days_to_close` in tas.yaml, counted from the day of the rating. When "
        "the close date slips, the + needs another look."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-12-17
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
expected_close: 2027-06-30
assessments:
  - date: 2026-11-16
    ratings:
      short_term_revenue:
        us: {rating: "+", evidence: [{link: "https://example.com/notes/12"}]}
""",
    instead=(
        "If the order will come later than that, change the rating: `tas rate ID 16=-`. If not, "
        "correct the date: `tas set ID expected_close=2027-06-30`."
    ),
    asked_of=open_deals,
    check=_check,
)
