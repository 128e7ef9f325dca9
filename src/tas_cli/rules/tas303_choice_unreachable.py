"""TAS303: the chosen strategy is out of reach with these ratings, and has no reason."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import choose
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a choice that is out of reach, whatever the unknowns turn out to be.

    If an attack lacks what every attack needs, TAS304 and TAS305 report that instead.
    """
    chosen = subject.followed
    if chosen and ruled_out(subject) and not subject.attack_lacks:
        yield Finding(
            f"the strategy {chosen.title} is chosen, but your ratings allow only "
            f"{subject.ways_left}",
            ("strategy", "chosen"),
            f"{_another(subject)}, or keep it and say why: {choose(chosen.key, subject.variation)}",
        )


def _another(subject: Subject) -> str:
    """Return the command that chooses a reachable strategy; if there are several, with a reason."""
    decision = subject.decision
    return choose(decision.reachable[0], reason=decision.recommended is None)


def ruled_out(subject: Subject) -> bool:
    """Whether the chosen strategy is out of reach, and has no reason."""
    return subject.unexplained and subject.opportunity.chosen not in subject.reachable


RULE = Rule(
    code="TAS303",
    name="choice-unreachable",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Whatever the unknowns turn out to be, your ratings cannot lead to this strategy. Either "
        "the ratings are wrong, or the plan is, or you know something that is not in the file."
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
  reason: "Our contract ends in March, and X-Sys is talking to the board"
incumbent: nobody
""",
    instead=(
        "Choose a reachable strategy, or say why you follow this one: `tas choose ID defend "
        '--reason "…"`. If you see one question in the tree differently, override its answer: '
        '`tas answer ID protect_position=yes --because "…"`.'
    ),
    asked_of=open_choices,
    check=_check,
)
