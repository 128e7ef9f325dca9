"""TAS118: two assessments with the same date."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS118",
    name="repeated-date",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "The latest rating counts. With two assessments on the same day, tas cannot tell which "
        "one is newer."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: "-"}
  - date: 2026-10-05
    ratings:
      inside_support: {us: "?"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: "-"}
      inside_support: {us: "?"}
""",
    instead=(
        "Combine that day's ratings under one date: `tas check --fix` does it where they do not "
        "contradict each other. Otherwise give one the day it was made: "
        "`tas assessments ID 2026-10-05/2 date=YYYY-MM-DD`."
    ),
)
