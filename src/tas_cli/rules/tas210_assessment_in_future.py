"""TAS210: an assessment dated in the future."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.days import dated_in_future
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS210",
    name="assessment-in-future",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "An assessment says how things were on a day. One that is dated in the future counts for "
        "nothing until that day comes, and then takes effect unnoticed. Often the cause is just a "
        "typo in the year."
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
        "Correct the day: `tas assessments ID 2027-10-05 date=YYYY-MM-DD`. Keep what you expect to "
        "happen in a note."
    ),
    check=dated_in_future(
        "assessments",
        "assessment",
        lambda day: (
            f"{command('assessments', str(day), f'date={DAY}')}; until then it does not count"
        ),
    ),
)
