"""TAS109: a number, a boolean or a null where text belongs."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS109",
    name="unquoted",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Without quotes, YAML reads some words as numbers, as yes or no, or as nothing at all. "
        "Another program would read 0065 as 65, and your CRM would no longer find the deal."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
external_id: 0065
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
external_id: "0065"
""",
    instead="Put quotes around the text.",
)
