"""TAS407: an outcome that came before the earlier steps were complete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.process import StepState, day_of
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, command, met
from tas_cli.rules.in_process import HEAD, QUALIFIED, outcome_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject

_Reached = tuple[StepState, date | None]
"""A step, and the day on which enough of its outcomes were met; None if they are not."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Find outcomes that came too early, except in steps that TAS405 reports."""
    gap = subject.standing.gap
    earlier: list[_Reached] = []
    for state in subject.standing.states:
        for outcome in state.met:
            found = _ahead(state, outcome, earlier)
            if found:
                message, advice = found
                place = outcome_path(state.step.key, outcome)
                yield Finding(f"`{outcome}` is {message}", place, advice, on_key=True)
        if state not in gap:
            earlier.append((state, _reached(state)))


def _reached(state: StepState) -> date | None:
    """Return the day on which a step had enough outcomes; undated ones count as the earliest."""
    days = {key: day_of(state.record.outcomes[key]) or date.min for key in state.met}
    enough = (
        day
        for day in sorted({date.min, *days.values()})
        if state.enough([key for key, when in days.items() if when <= day])
    )
    return next(enough, None)


def _ahead(state: StepState, outcome: str, earlier: list[_Reached]) -> tuple[str, str] | None:
    """Return how an outcome came before an earlier step was complete, and the fix."""
    day = day_of(state.record.outcomes[outcome])
    for before, reached in earlier:
        title = before.step.title
        if reached is None:
            skipped = before.missing[0]
            message = f"recorded, but sales step {title} still lacks `{skipped}`"
            return message, f"ask what was skipped, then {met(before.step.key, skipped)}"
        if day and day < reached:
            message = f"dated {day}, but sales step {title} was not complete until {reached}"
            dated = command("outcome", f"{state.step.key}.{outcome}", "--date", DAY)
            return message, f"if the date is wrong, {dated}"
    return None


RULE = Rule(
    code="TAS407",
    name="outcome-too-early",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "Customers do not always do things in our order, and that is fine. Still, an outcome that "
        "comes early often means that something was skipped: a proof that nobody with power asked "
        "for, or an agreement on a solution without a known sponsor. A later step counts only "
        "once the earlier ones do."
    ),
    bad=f"""\
{HEAD}process:
  step: qualify
  steps:
    develop:
      outcomes:
        investment_process_confirmed:
          evidence: [{{when: 2026-11-05, what: "Board on December 14"}}]
""",
    good=f"""\
{HEAD}process:
  step: develop
  steps:
{QUALIFIED}    develop:
      outcomes:
        investment_process_confirmed:
          evidence: [{{when: 2026-11-05, what: "Board on December 14"}}]
""",
    instead=(
        "Ask about what is missing in the earlier step; often it has happened and nobody wrote it "
        'down: `tas outcome ID qualify.change_in_strategy --evidence "…" --who "…"`. If it really '
        "was skipped, plan how to catch up before you build on it."
    ),
    asked_of=open_processes,
    check=_check,
)
