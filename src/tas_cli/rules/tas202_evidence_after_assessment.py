"""TAS202: evidence that is younger than the assessment it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for path, when, assessed in subject.misdated:
        if when <= subject.day or assessed > subject.day:
            yield Finding(
                f"evidence of {when} stands in the assessment of {assessed}",
                path,
                "move it to an assessment of its own day or later, or correct the date",
            )


RULE = Rule(
    code="TAS202",
    name="evidence-after-assessment",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "What you learnt after an assessment cannot have been a reason for it. Either a date is "
        "mistyped, or an old column was made to look better than it was, and then you can no "
        "longer see how the deal moved."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Sent us the agenda"
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      inside_support: {us: "?"}
  - date: 2026-11-16
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Sent us the agenda"
""",
    instead=(
        "Put new evidence into a new assessment with today's date; `tas rate` does so by itself. "
        "Correct the date if it is mistyped."
    ),
    check=_check,
)
