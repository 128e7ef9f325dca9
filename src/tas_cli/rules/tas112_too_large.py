"""TAS112: a file that is too large, too long or nested too deep."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS112",
    name="too-large",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A file this large, or with brackets this deep, is hardly a deal that somebody wrote "
        "down. It is refused before it can use up the memory of your computer."
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
    instead=("Look for what was pasted into the file, or for brackets too many, and take it out."),
)
