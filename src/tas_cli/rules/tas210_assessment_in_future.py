"""TAS210: an assessment of a day that is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for index, assessment in enumerate(subject.opportunity.assessments):
        if assessment.date > subject.day:
            yield Finding(
                f"an assessment of {assessment.date}, a day that is still to come",
                ("assessments", index, "date"),
                "write the day on which you rated it; until then it does not count",
            )


RULE = Rule(
    code="TAS210",
    name="assessment-in-future",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "An assessment says how things stand on a day. What is dated ahead counts nowhere "
        "until that day comes, and then it counts unseen. Often only the year is mistyped."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2027-10-05
    ratings:
      solution_fit: {us: "?"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: "?"}
""",
    instead=(
        "Write the day on which the assessment was made. What you expect to happen goes into "
        "the notes."
    ),
    check=_check,
)
