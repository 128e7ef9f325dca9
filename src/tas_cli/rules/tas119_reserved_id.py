"""TAS119: a competitor whose id has a meaning of its own."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS119",
    name="reserved-id",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "In every file `us` means your own company and `nobody` means that the place is free. "
        "A competitor of that name could not be told apart from them."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  nobody: {name: Nobody Ltd}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  nobody-ltd: {name: Nobody Ltd}
""",
    instead="Give the competitor another id. Its `name` may be anything.",
)
