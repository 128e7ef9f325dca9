"""TAS310: a strategy is chosen without one of its variations."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import Strategy
from tas_cli.rules.command_lines import choose
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a chosen strategy that has variations, none of which is chosen."""
    chosen, choice = subject.followed, subject.opportunity.strategy
    if chosen and choice and choice.variation is None and chosen.variations:
        yield Finding(
            f"the strategy {chosen.title} is chosen without a variation",
            ("strategy", "variation"),
            _advice(chosen, subject),
        )


def _advice(chosen: Strategy, subject: Subject) -> str:
    """Return how to choose a variation: the recommended one, else the first, with all names."""
    decision = subject.decision
    recommended = chosen.key == decision.recommended
    if recommended and decision.variation:
        return f"{choose(chosen.key, decision.variation, reason=False)}, as your ratings recommend"
    reason = not recommended and not subject.explained
    first, *others = (each.key for each in chosen.variations)
    either = "".join(f", or `--variation {each}`" for each in others)
    return choose(chosen.key, first, reason=reason) + either


RULE = Rule(
    code="TAS310",
    name="variation-missing",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "The name of a strategy is not a plan yet. Its variations require very different work, "
        "and the team should know which one you follow."
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
    instead=(
        "Choose a variation: `tas choose ID flanking --variation acknowledge_and_expand`. `tas "
        "explain flanking` describes them."
    ),
    asked_of=open_choices,
    check=_check,
)
