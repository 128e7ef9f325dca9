"""TAS117: a party that is not among the competitors."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS117",
    name="unknown-party",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A rating for somebody who is not listed counts for nobody, and so does an incumbent. "
        "Most often the id is misspelt, or the competitor was never declared."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: "?", x-sys: "-"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  x-sys: {name: X-Sys}
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: "?", x-sys: "-"}
""",
    instead="Correct the id, or add the competitor under `competitors:`.",
)
