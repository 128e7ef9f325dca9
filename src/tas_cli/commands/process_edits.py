"""Edits of a deal's sales process: what the buyer did, and the step that is worked on."""

from __future__ import annotations

import sys
from typing import Literal, NamedTuple

from tas_cli.assess.process import sales_process
from tas_cli.commands.display import screen
from tas_cli.commands.edit_support import Target, change, day_that_has_come, show_difference, target
from tas_cli.commands.inputs import given
from tas_cli.commands.options import How, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop
from tas_cli.edits.evidence import evidence
from tas_cli.edits.process import (
    Met,
    Move,
    Told,
    meet,
    outcome_named,
    standings,
    step_named,
    take_away,
    work_on,
)
from tas_cli.views.json.process import told_json
from tas_cli.writing import Plan


class Shown(NamedTuple):
    """What shows that the buyer did something, as the options say it."""

    evidence: str | None
    who: str | None
    when: str | None
    link: str | None


def record(name: str, outcome: str, shown: Shown, how: How, *, remove: bool) -> None:
    """Record an outcome with its evidence, or take it away."""
    to, today = target(name), today_or_stop()
    what, who, when, link = map(given, shown, ("--evidence", "--who", "--when", "--link"))
    day = day_that_has_come(how.on) if how.on else None
    place = outcome_named(
        given(outcome, "STEP.OUTCOME") or "", sales_process(to.workspace.settings)
    )
    entry = evidence(what, who=who, when=when, link=link, today=today)
    if remove and (entry or how.on):
        raise Stop("--remove goes without evidence and date.", status=WRONG_CALL)
    met = Met(place, day, (entry.when if entry else None) or today, entry)

    told = _changed(
        to,
        lambda now: take_away(now, place) if remove else meet(now, met),
        place.step.key,
        dry_run=how.dry_run,
    )
    _tell(told, how.output, "outcome")


def move(name: str, step: str | None, how: How) -> None:
    """Move the deal to a step; where none is named, show where it stands."""
    to, today = target(name), today_or_stop()
    if step is None:
        _show_standing(to, how)
        return
    day = day_that_has_come(how.on) if how.on else None
    process = sales_process(to.workspace.settings)
    asked = Move(step_named(given(step, "STEP") or "", process), process, day, today)
    told = _changed(to, lambda now: work_on(now, asked), asked.step.key, dry_run=how.dry_run)
    _tell(told, how.output, "move")


def _show_standing(to: Target, how: How) -> None:
    """Show where the deal stands, told as a move that changes nothing."""
    if how.on is not None or how.dry_run:
        raise Stop(
            "no step is named.",
            status=WRONG_CALL,
            help="`tas step ID STEP` moves the deal; `tas step ID` shows where it stands.",
        )
    told = _changed(to, lambda _: (), "", dry_run=True)._replace(dry_run=False)
    working = told.now.working
    _tell(told._replace(step=working.key if working else ""), how.output, "standing")


def _changed(to: Target, plan: Plan, step: str, *, dry_run: bool) -> Told:
    """Change the file, and return the step in question and where the deal stood and stands."""
    written = change(to, plan, dry_run=dry_run)
    process = sales_process(to.workspace.settings)
    return Told(to.id, written, dry_run, step, *standings(written, process, today_or_stop()))


def _tell(told: Told, output: str, what: Literal["outcome", "move", "standing"]) -> None:
    """Print what came of a change, or where the deal stands."""
    if output == "json":
        sys.stdout.write(told_json(told))
        return
    if told.dry_run:
        show_difference(told.written)
        return
    from tas_cli.views.terminal import process  # noqa: PLC0415 - rich

    views = {
        "outcome": process.outcome_told,
        "move": process.step_told,
        "standing": process.step_shown,
    }
    sys.stdout.write(views[what](told, screen()))
