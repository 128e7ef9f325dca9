"""TAS520: an ignore comment that silences nothing."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS520",
    name="useless-ignore",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "An ignore comment says: we know, and we have a reason. Once the finding is gone, the "
        "comment hides whatever comes to stand there next."
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
    instead="Take the comment away, or put it above the line that it is meant for.",
)
