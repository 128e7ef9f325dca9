"""TAS111: anchors, aliases, tags, merge keys, second documents, compound keys."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS111",
    name="yaml-feature",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "With anchors, aliases, tags and the like, a line can mean something that is defined "
        "elsewhere in the file. In a deal file, every line means what it says."
    ),
    bad="""\
tas: 1
name: &customer National Manufacturing
customer: *customer
""",
    good="""\
tas: 1
name: National Manufacturing
customer: National Manufacturing
""",
    instead="Write the value out wherever you need it. Keep each deal in a file of its own.",
)
