"""TAS108: a value of the wrong kind."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS108",
    name="wrong-value",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "An amount that is not a number cannot be added up, and a deal with an unknown status "
        "is missing from every view."
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
        "Write the kind of value that the message asks for: plain digits for an amount, one of "
        "the listed words for a status. `tas check --fix` drops separators with one meaning."
    ),
)
