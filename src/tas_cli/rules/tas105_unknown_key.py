"""TAS105: a key that the format does not know."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS105",
    name="unknown-key",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A misspelled key would silently drop out of every figure, so tas reports every key "
        "that it does not know."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
ammount: 3000000
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
amount: 3000000
""",
    instead=(
        "Correct the spelling: `tas check --fix` does it if only one known key "
        "fits. Put anything that has no key of its own in a note or a comment."
    ),
)
