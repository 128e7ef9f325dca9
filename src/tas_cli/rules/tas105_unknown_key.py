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
        "A misspelt key would be left out of every number without a word, so a key that is "
        "not known is an error."
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
        "Correct the spelling. What has no key of its own goes into a note or into a comment."
    ),
)
