"""TAS303: a strategy is chosen that the ratings rule out, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a choice that nothing still unknown can lead to.

    Where an attack lacks what no attack can do without, TAS304 and TAS305 say so instead.
    """
    chosen = subject.followed
    if chosen and ruled_out(subject) and not subject.attack_lacks:
        yield Finding(
            f"{chosen.title} is chosen, but by your ratings only {subject.ways_left} can come out",
            ("strategy", "chosen"),
            "change the choice, or write under `reason:` what the ratings do not show; if you "
            "answer a question of the tree differently, state it under `answers:`",
        )


def ruled_out(subject: Subject) -> bool:
    """Whether the strategy that is followed cannot come out, and nobody says why it is."""
    return subject.unexplained and subject.opportunity.chosen not in subject.reachable


RULE = Rule(
    code="TAS303",
    name="choice-unreachable",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Whatever you still find out, your own ratings do not lead to this strategy. Either the "
        "ratings are wrong, or the plan is, or you know something that stands nowhere."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      future_revenue: {us: "-"}
      political_alignment: {us: "-"}
strategy:
  chosen: defend
  variation: insulate
  since: 2026-11-16
  reason: ""
incumbent: nobody
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      future_revenue: {us: "-"}
      political_alignment: {us: "-"}
strategy:
  chosen: defend
  variation: insulate
  since: 2026-11-16
  reason: "Our service contract ends in March, and X-Sys sees the board"
incumbent: nobody
""",
    instead=(
        "Choose a strategy that can come out, give your reason for this one, or state your own "
        "answer to the question of the tree that you see differently."
    ),
    asked_of=open_choices,
    check=_check,
)
