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
        "In YAML, a bare - or ? has a special meaning. tas reads it as a rating, but an editor "
        "or another program may read something else or reject the file."
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
    instead='Put the sign in quotes: "-" or "?". `tas check --fix` does it for you.',
)
