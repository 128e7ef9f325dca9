"""TAS102: a rating without quotes."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS102",
    name="bare-sign",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A bare - or ? has a meaning of its own in YAML. We know what you mean, but an editor "
        "or another program may take it for something else, or refuse the file."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: -}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "-"}
""",
    instead='Write "-" or "?", with the quotes.',
)
