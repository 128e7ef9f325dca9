"""TAS106: a required key that is missing."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS106",
    name="missing-key",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Without a name and a customer, nobody can tell which deal this is. Some entries have "
        "required parts as well: an assessment needs its date, a rating its sign."
    ),
    bad="""\
tas: 1
name: Customer service platform
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead="Add the missing key, with a value.",
)
