"""TAS101: a file that is not valid YAML."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS101",
    name="syntax",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A single line that is not valid YAML hides the whole deal: it is missing from every "
        "list until the line is fixed."
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
        "Put quotes around text that contains a colon followed by a space. Indent with spaces, "
        "not tabs. Close every quote and bracket you open."
    ),
)
