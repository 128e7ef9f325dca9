"""TAS110: a day that is in no calendar."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS110",
    name="impossible-date",
    severity=Severity.ERROR,
    since="0.1.0",
    why="A day that does not exist can be neither waited for nor counted from.",
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
    instead="Write a day that the calendar has, as year-month-day.",
)
