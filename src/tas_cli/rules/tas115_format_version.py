"""TAS115: a version of the file format that this program does not know."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS115",
    name="format-version",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "The number after `tas:` says how to read the rest of the file. A version that is not "
        "known may mean something else by the same words."
    ),
    bad="""\
tas: 2
name: Customer service platform
customer: National Manufacturing
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead="Write `tas: 1`. If the file comes from a newer tas, bring yours up to date.",
)
