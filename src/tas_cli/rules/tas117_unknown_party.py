"""TAS117: a party that is not a declared competitor."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS117",
    name="unknown-party",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A rating of an undeclared competitor has no effect, and neither does an undeclared "
        "incumbent or winner (`closed.to`). Usually the short name is misspelled, or the "
        "competitor was never added."
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
    instead=(
        "Correct the short name, or add the competitor: `tas competitors ID x-sys name=X-Sys`. To "
        "change the short name of a competitor everywhere in the file: "
        "`tas competitors ID x-sys id=NEW`."
    ),
)
