"""TAS115: a version of the file format that tas does not know."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS115",
    name="format-version",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "The number after `tas:` is the version of the file format. In an unknown version, the "
        "same words may mean something else."
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
    instead="Write `tas: 1`. If a newer version of tas wrote the file, update tas.",
)
