"""TAS110: a date that does not exist."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS110",
    name="impossible-date",
    severity=Severity.ERROR,
    since="0.1.0",
    why="Nobody can count days to or from a date that does not exist.",
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-02-30
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
expected_close: 2027-02-28
""",
    instead="Use a date that is on the calendar, as year-month-day.",
)
