"""TAS120: a variation that is not of the chosen strategy."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS120",
    name="wrong-variation",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Each strategy has its own ways to carry it out. A way that belongs to another one "
        "leaves open what you are going to do."
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
        "Choose one of the strategy's own variations; `tas explain` with the strategy's name "
        "lists them."
    ),
)
