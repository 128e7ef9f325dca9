"""TAS107: a list where a mapping belongs, or a mapping where a list belongs."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS107",
    name="wrong-shape",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Some keys take a list, some take named entries, and some take a single value. tas "
        "cannot read a value that has the wrong shape."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors: [x-sys]
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  x-sys: {name: X-Sys}
""",
    instead=(
        "Follow the example. In a list, start each item with `- `. For named entries, write "
        "`key: value` lines. `tas check --fix` takes the name alone for a competitor."
    ),
)
