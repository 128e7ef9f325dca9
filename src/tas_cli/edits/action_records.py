"""Edits of action items: those of debriefs and challenges stay there; new ones are the deal's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tas_cli.diagnostics import DEAL
from tas_cli.edits import records
from tas_cli.edits.promises import plain, promise
from tas_cli.edits.records import Change
from tas_cli.model.opportunity import CHALLENGES, Opportunity
from tas_cli.nouns.actions import ACTIONS, ListedAction
from tas_cli.nouns.noun import Record
from tas_cli.nouns.noun import records as every
from tas_cli.reading.team import known_people
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit
from tas_cli.typed.interpreter import Interpreter


def place(owner: Any, key: str) -> Record:
    """Return the place for a new action item.

    Raises:
        WrongCall: a number is given, which no action item has.
    """
    if key:
        raise WrongCall(
            f"there is no action item {key!r}.",
            f'To add one, write {ACTIONS.example}="…". To list them, leave out the number.',
        )
    return Record(str(len(every(ACTIONS, owner)) + 1), ("actions", len(owner.actions)))


def read(owner: Any, text: str, interpreter: Interpreter) -> dict[str, str]:
    """Return the fields of a new action item from a text such as `Dana to call by fri`.

    Raises:
        WrongCall: its date is not on the calendar, or can mean two.
    """
    return read_promise(text, known_people(owner), owner.owner, interpreter)


def read_promise(
    text: str, known: Sequence[str], ours: str | None, interpreter: Interpreter
) -> dict[str, str]:
    """Return the same, given the names that are known and who does what we promise.

    Raises:
        WrongCall: its date is not on the calendar, or can mean two.
    """
    found = promise(text, known, interpreter)
    usual = ours if found and found.side == "ours" else None
    found = found or plain(text, interpreter)
    due = found.due.isoformat() if found.due else ""
    given = {"what": found.what, "owner": found.owner or usual or "", "due": due}
    return {name: value for name, value in given.items() if value}


def edits(_now: Opportunity, made: Change, _day: date) -> Iterable[Edit]:
    """Return the edits of a change to an action item.

    Raises:
        WrongCall: it gets the day of another debrief, is done before it was agreed on, is answered
            although nobody challenged anything with it, or is called a tactic that it is not.
    """
    before, after = made.before, made.after
    if isinstance(after, ListedAction):
        was = before if isinstance(before, ListedAction) else None
        if was and made.path[0] != ACTIONS.key:
            _refuse_another_day(was.date, after.date, str(made.path[0]).removesuffix("s"))
        if made.path[0] != CHALLENGES and (after.answer or after.recommendation):
            raise WrongCall(
                "only a point of a challenge has a recommendation or an answer.",
                "Raise one: `tas challenge ID --point TEXT`.",
            )
        if after.tactic not in (None, was.tactic if was else None):
            raise WrongCall(
                "a day alone makes no tactic of an action item.",
                f"Make one of it: `tas tactics {DEAL} --from-action N`.",
            )
        if after.done and after.done < after.date:
            raise WrongCall(
                f"the action item was agreed on {after.date}; it cannot be done earlier."
            )
    return records.edits(made)


def _refuse_another_day(before: date, after: date, occasion: str) -> None:
    if before != after:
        raise WrongCall(
            f"this action item was agreed on in the {occasion} of {before}.",
            f"Its day is that of the {occasion}.",
        )
