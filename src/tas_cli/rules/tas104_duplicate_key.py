"""TAS104: a key that is given twice."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS104",
    name="duplicate-key",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "When a key appears twice in the same place, only one value can count, and tas cannot "
        "know which one you meant."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 3000000
amount: 2500000
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 2500000
""",
    instead="Keep the correct line and delete the other.",
)
