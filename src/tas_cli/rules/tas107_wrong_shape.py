"""TAS107: a list where a mapping belongs, or the other way round."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS107",
    name="wrong-shape",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Some keys hold a list, some hold named entries, some a single value. In another "
        "shape the value cannot be found."
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
        "Use the shape of the example: `- ` before each item of a list, `key: value` for "
        "named entries."
    ),
)
