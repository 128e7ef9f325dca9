"""TAS520: an unused ignore comment."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS520",
    name="useless-ignore",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "An ignore comment says that you know about a finding and have a reason for it. Once "
        "that finding is gone, the comment hides the next one in the same place."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      # tas: ignore[TAS201] the minutes follow on Friday
      solution_fit: {us: "?"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: "?"}
""",
    instead="Delete the comment, or move it above the line it is meant for.",
)
