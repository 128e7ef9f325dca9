"""Edits of a deal's sales process: what the buyer did, and the current step."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tas_cli.assess.process import sales_process
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import (
    Target,
    change,
    effect_of,
    print_result,
    target,
)
from tas_cli.commands.inputs import given
from tas_cli.commands.options import How
from tas_cli.edits.effect import Effect
from tas_cli.edits.evidence import evidence
from tas_cli.edits.process import Met, Move, leave, meet, remove_outcome, work_on
from tas_cli.edits.process_names import outcome_named, step_named
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views.json.process import process_json, recorded_json
from tas_cli.views.page import Page
from tas_cli.views.process import outcome_report, recorded, standing_report, step_report
from tas_cli.writing import Plan

_NONE = "none"
"""What is given for a step to take the deal back to before the first one."""


def record(name: str, outcome: str, shown: Iterable[str | None], how: How, *, remove: bool) -> None:
    """Record or remove an outcome; `shown` is its evidence: what, who, when, link."""
    to, today = target(name), todays_date()
    what, who, when, link = map(given, shown, ("--evidence", "--who", "--when", "--link"))
    day = day_not_in_future(how.on) if how.on else None
    place = outcome_named(
        given(outcome, "STEP.OUTCOME") or "", sales_process(to.workspace.settings)
    )
    entry = evidence(what, who=who, when=when, link=link, interpreter=to.interpreter)
    if remove and (entry or how.on):
        raise WrongCall("--remove cannot be combined with evidence or a date.")
    met = Met(place, day, (entry.when if entry else None) or today, entry)
    effect = _changed(
        to, lambda now: remove_outcome(place) if remove else meet(now, met), place.step.key, how
    )
    _print(effect, how, outcome_report)


def show_recorded(name: str, how: How) -> None:
    """Show what is recorded of all outcomes, with its evidence, and what is open."""
    effect = _as_it_is(target(name), how)
    print_result(
        effect.written, how, json=lambda: recorded_json(effect), page=lambda: recorded(effect)
    )


def move(name: str, step: str | None, how: How) -> None:
    """Move the deal to a step, or back to none; without a step, show where it is."""
    to, today = target(name), todays_date()
    if step is None:
        _show_standing(to, how)
        return
    day = day_not_in_future(how.on) if how.on else None
    process = sales_process(to.workspace.settings)
    if step == _NONE:
        effect = _changed(to, lambda now: leave(now, process, day or today), "", how)
        _print(effect, how, step_report)
        return
    asked = Move(step_named(given(step, "STEP") or "", process), process, day, today)
    effect = _changed(to, lambda now: work_on(now, asked), asked.step.key, how)
    _print(effect, how, step_report)


def _show_standing(to: Target, how: How) -> None:
    """Show where the deal is, as a move that changes nothing."""
    if how.on is not None or how.dry_run:
        raise WrongCall(
            "--date and --dry-run need a step.",
            "`tas step ID STEP` moves the deal; `tas step ID` shows its step.",
        )
    _print(_as_it_is(to, how), how, standing_report)


def _as_it_is(to: Target, how: How) -> Effect:
    """Return the effect of changing nothing, with the current step."""
    effect = _changed(to, lambda _: (), "", how._replace(dry_run=True))
    working = effect.now.standing.working
    return effect._replace(step=working.key if working else "", dry_run=False)


def _changed(to: Target, plan: Plan[Opportunity], step: str, how: How) -> Effect:
    """Change the file, and return the effect, with the step in question."""
    return effect_of(to, change(to, plan, how), how)._replace(step=step)


def _print(effect: Effect, how: How, view: Callable[[Effect], Page]) -> None:
    """Print the effect of a change, or where the deal is."""
    print_result(effect.written, how, json=lambda: process_json(effect), page=lambda: view(effect))
