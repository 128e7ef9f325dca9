"""TAS210: an assessment of a day that is still to come."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.days import to_come
from tas_cli.rules.rule import Rule

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
    check=to_come(
        "assessments",
        "an assessment",
        "write the day on which you rated it; until then it does not count",
    ),
)
