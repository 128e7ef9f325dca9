"""TAS111: anchors, aliases, tags, merge keys, further documents, compound keys."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS111",
    name="yaml-feature",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Anchors, aliases, tags and the like let a line mean something that stands elsewhere "
        "in the file. A deal should say what it says where you read it."
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
    instead=(
        "Write the value out wherever it is needed. Put each opportunity in a file of its own."
    ),
)
