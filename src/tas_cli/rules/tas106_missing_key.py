"""TAS106: a key that must be there and is not."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS106",
    name="missing-key",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Without a name and a customer nobody can tell in a list which deal this is. Some "
        "entries need a part of theirs in the same way: an assessment its date, a rating its "
        "sign."
    ),
    bad="""\
tas: 1
name: Customer service platform
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead="Add the key that is named, with a value of at least one word.",
)
