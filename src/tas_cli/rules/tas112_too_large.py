"""TAS112: a file that is too large, too long or nested too deeply."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS112",
    name="too-large",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A file this large, or nested this deeply, is probably not a deal. tas rejects it "
        "before it uses up your computer's memory."
    ),
    bad="""\
tas: 1
name: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
customer: National Manufacturing
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead="Look for pasted text or extra brackets, and delete them.",
)
