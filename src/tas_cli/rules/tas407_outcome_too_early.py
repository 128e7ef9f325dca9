"""TAS407: an outcome that came before the steps ahead of it were done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.process import StepState, day_of
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.in_process import HEAD, QUALIFIED, outcome_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject

_Reached = tuple[StepState, date | None]
"""A step, and the day on which enough of its outcomes were met; None where they are not."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Find what ran ahead; steps that TAS405 asks about are not asked about again."""
    gap = subject.standing.gap
    earlier: list[_Reached] = []
    for state in subject.standing.states:
        for outcome in state.met:
            words = _ahead(day_of(state.record.outcomes[outcome]), earlier)
            if words:
                yield Finding(
                    f"`{outcome}` is met, {words}",
                    outcome_path(state.step.key, outcome),
                    "ask what was skipped, and show it or fetch it",
                    on_key=True,
                )
        if state not in gap:
            earlier.append((state, _reached(state)))


def _reached(state: StepState) -> date | None:
    """Return the day on which a step had enough outcomes; the first of days where none is dated."""
    days = {key: day_of(state.record.outcomes[key]) or date.min for key in state.met}
    enough = (
        day
        for day in sorted({date.min, *days.values()})
        if state.enough([key for key, when in days.items() if when <= day])
    )
    return next(enough, None)


def _ahead(day: date | None, earlier: list[_Reached]) -> str:
    """Return of which earlier step an outcome ran ahead, and how; empty where of none."""
    for state, reached in earlier:
        if reached is None:
            return f"while {state.step.title} still lacks `{state.missing[0]}`"
        if day and day < reached:
            return f"dated {day}; {state.step.title} was complete only on {reached}"
    return ""


RULE = Rule(
    code="TAS407",
    name="outcome-too-early",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "Customers do not keep to our order, and that is fine. Still, what comes early often means "
        "that something was skipped: a proof that nobody with power has asked for, an agreement "
        "on a solution whose sponsor is not known. A later step counts once the ones before it do."
    ),
    bad=f"""\
{HEAD}process:
  step: qualify
  steps:
    develop:
      outcomes:
        investment_process_confirmed:
          evidence: [{{when: 2026-11-05, what: "Board on 14 December"}}]
""",
    good=f"""\
{HEAD}process:
  step: develop
  steps:
{QUALIFIED}    develop:
      outcomes:
        investment_process_confirmed:
          evidence: [{{when: 2026-11-05, what: "Board on 14 December"}}]
""",
    instead=(
        "Ask for what is missing in the earlier step; often it has happened and nobody wrote it "
        "down. If it really was skipped, plan how to fetch it before you build on it."
    ),
    asked_of=open_processes,
    check=_check,
)
