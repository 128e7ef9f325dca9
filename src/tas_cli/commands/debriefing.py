"""Holds a debrief, with given answers, prompts or the full screen, and saves it."""

from __future__ import annotations

from datetime import date
from typing import Any

from tas_cli.assess.briefing import Briefing
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.debrief_prompts import asked
from tas_cli.commands.display import has_full_screen
from tas_cli.commands.edit_support import (
    Target,
    change,
    print_result,
    target,
)
from tas_cli.commands.inputs import file_given
from tas_cli.commands.opening import user
from tas_cli.commands.options import How
from tas_cli.commands.prompts import can_ask
from tas_cli.debrief.answer_file import answers, checked, document
from tas_cli.debrief.answers import Answers, NotYet, record_of
from tas_cli.debrief.brief import brief
from tas_cli.debrief.defaults import opening
from tas_cli.edits.debrief import Held, hold, refuse_second
from tas_cli.refusals import WrongCall
from tas_cli.views.debriefed import saved
from tas_cli.views.json.debrief import saved_json

_FLAGS = (
    "Give the answers as options: --confirm, or --reset STEP --reason TEXT, and --claimed,"
    " --outcome, --activity, --prepared, --communication, --done, --action and --verdict. Or use"
    " --answers FILE."
)


def from_answers(name: str, answered: dict[str, Any], file: str | None, how: How) -> None:
    """Hold the debrief with the answers of the call, which override those of a file."""
    if how.output == "markdown":
        raise WrongCall("--format markdown needs --prepare or --last.")
    in_file = {} if file is None else document(file_given(file))
    given = checked(in_file | answered)
    to = target(name)
    known, start = _begin(answered, to, _day(how, given.date))
    try:
        record = record_of(answers(given, known, start), known)
    except NotYet as error:
        message = f"answers: {error.about}: {error.message}"
        raise WrongCall(message, error.advice) from None
    _save(to, record, how)


def at_a_terminal(name: str, answered: dict[str, Any], how: How, *, plain: bool) -> None:
    """Hold the debrief with a person who answers; `answered` are the answers given as options."""
    _refuse_without_terminal(how, plain=plain)
    to = target(name)
    known, start = _begin(answered, to, day_not_in_future(how.on))
    if plain:
        _save(to, asked(known, start), how)
        return
    from tas_cli.commands.debrief_screen import on_the_screen  # noqa: PLC0415 - loads textual

    on_the_screen(to, known, start)


def _begin(answered: dict[str, Any], to: Target, day: date) -> tuple[Briefing, Answers]:
    """Return what is known about the deal that day, and the initial answers.

    Raises:
        Refused: that day already has a debrief.
    """
    refuse_second(to.opportunity, day)
    found = brief(to.workspace, to.path, to.opportunity, day, to.account)
    by = answered.get("by") or user(to.workspace)
    return found, opening(found, by, list(answered.get("present", ())))


def _day(how: How, in_answers: date | None) -> date:
    if how.on or in_answers is None:
        return day_not_in_future(how.on)
    return day_not_in_future(in_answers.isoformat(), "answers: date:")


def _refuse_without_terminal(how: How, *, plain: bool) -> None:
    """Refuse if there is nobody to ask, or no terminal for the full screen."""
    if not can_ask(how.output):
        raise WrongCall("cannot ask questions without a terminal.", _FLAGS)
    if not plain and not has_full_screen():
        raise WrongCall(
            "this terminal cannot show a full screen.", "Use --plain to answer line by line."
        )
    if not plain and how.dry_run:
        raise WrongCall("--dry-run needs --plain, or answers given as options.")


def _save(to: Target, record: Held, how: How) -> None:
    """Write a debrief, and report the result."""
    first = to.opportunity
    written = change(to, lambda now: hold(first, now, record), how, compared=True)
    print_result(
        written,
        how,
        json=lambda: saved_json(to.id, record, written, dry_run=how.dry_run),
        page=lambda: saved(record, written),
    )
