"""TAS119: a competitor whose short name is reserved."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS119",
    name="reserved-id",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "In every file, `us` means your own company, and `nobody` means that there is no "
        "incumbent. A competitor with one of these short names would be mistaken for them."
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
    instead="Give the competitor another short name. Its `name:` can be anything.",
)
