"""TAS116: an invisible control character."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS116",
    name="invisible-character",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Invisible characters are usually copied along with text. They make two names that look "
        "alike differ, and some of them change what your terminal shows."
    ),
    bad="""\
tas: 1
name: Customer\u200b service platform
customer: National Manufacturing
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead="Delete the character. If you cannot find it, delete the whole word and type it again.",
)
