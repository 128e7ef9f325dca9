"""TAS120: a variation that does not belong to the chosen strategy."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS120",
    name="wrong-variation",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Each strategy has its own variations. With a variation of another strategy, it is not "
        "clear what you are going to do."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
strategy:
  chosen: flanking
  variation: niche
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
strategy:
  chosen: flanking
  variation: alter_the_rules
""",
    instead=(
        "Choose one of the strategy's own variations. `tas explain` lists them: `tas explain "
        "flanking`."
    ),
)
