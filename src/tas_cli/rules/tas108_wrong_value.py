"""TAS108: a value that its key cannot hold."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS108",
    name="wrong-value",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "An amount that is no number cannot be added up, and a status that nobody knows keeps "
        "the deal out of every view."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 3 million
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 3000000
""",
    instead=(
        "Write a value of the kind that the message names: plain digits for an amount, one of "
        "the listed words for a status."
    ),
)
