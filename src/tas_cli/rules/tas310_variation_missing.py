"""TAS310: a strategy is chosen, but not which way to carry it out."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import Strategy
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a chosen strategy that has variations, of which none is named."""
    chosen, choice = subject.followed, subject.opportunity.strategy
    if chosen and choice and choice.variation is None and chosen.variations:
        listed = " or ".join(f"`variation: {each.key}`" for each in chosen.variations)
        yield Finding(
            f"{chosen.title} is chosen, but not which way to carry it out",
            ("strategy", "variation"),
            f"write {listed}{_advised(chosen, subject)}",
        )


def _advised(chosen: Strategy, subject: Subject) -> str:
    """Return which of them the ratings speak for, where they do."""
    decision = subject.decision
    if decision.variation is None or chosen.key != decision.recommended:
        return ""
    return f"; your ratings speak for {chosen.variation(decision.variation).title}"


RULE = Rule(
    code="TAS310",
    name="variation-missing",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "The name of a strategy is not yet a plan. Its variations ask for quite different work, "
        "and the team should know which one it is."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
strategy:
  chosen: flanking
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
strategy:
  chosen: flanking
  variation: acknowledge_and_expand
""",
    instead="Name the variation; `tas explain` with the strategy's name describes them.",
    asked_of=open_choices,
    check=_check,
)
