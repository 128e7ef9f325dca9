"""TAS101: a file that is not YAML."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS101",
    name="syntax",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "One line that YAML cannot read hides the whole deal: it is missing from every list "
        "until the line is mended."
    ),
    bad="""\
tas: 1
name: Service platform: phase two
customer: National Manufacturing
""",
    good="""\
tas: 1
name: "Service platform: phase two"
customer: National Manufacturing
""",
    instead=(
        "Put a text that holds a colon and a space in quotes. Indent with spaces, and close "
        "every quote and bracket that you open."
    ),
)
