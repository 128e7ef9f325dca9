"""An action item becomes a tactic, or a tactic an action item, in one edit.

An action item stays in its record, such as that of a debrief, marked with the day; the tactic is
what is open from then on. A tactic that becomes an action item leaves the plan; if it was one, that
one is open again.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.diagnostics import DEAL
from tas_cli.edits.record_words import existing
from tas_cli.edits.records import Change
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.plan import Tactic
from tas_cli.nouns.actions import ACTIONS, ListedAction
from tas_cli.nouns.noun import Noun, content, records
from tas_cli.nouns.tactics import TACTICS
from tas_cli.refusals import WrongCall

_ALIKE = ("owner", "due")
"""What both have, besides their words."""


class Origin(NamedTuple):
    """What a record is made from: the change to that one, and the fields that it passes on.

    `key` is the record that it becomes again, empty for a new one.
    """

    change: Change
    fields: dict[str, str]
    key: str = ""


def origin(noun: Noun, deal: Opportunity, number: str, day: date) -> Origin:
    """Return what becomes a record of `noun` on a day: the action item or tactic of that number.

    Raises:
        WrongCall: there is none, or it is not open.
    """
    return _of_action(deal, number, day) if noun.key == TACTICS.key else _of_tactic(deal, number)


def _of_action(deal: Opportunity, number: str, day: date) -> Origin:
    found = existing(ACTIONS, deal, number)
    action = found.value
    assert isinstance(action, ListedAction)  # noqa: S101 - the noun's model
    _refuse_done(ACTIONS, found.key, action.done)
    if action.tactic:
        raise WrongCall(
            f"action item {found.key} became a tactic on {action.tactic}.",
            f"It is open again without that day: `tas actions {DEAL} {found.key} tactic=`.",
        )
    marked = action.model_copy(update={"tactic": day})
    return Origin(Change(ACTIONS, *found, marked), {"what": _words(action), **_passed_on(action)})


def _of_tactic(deal: Opportunity, number: str) -> Origin:
    found = existing(TACTICS, deal, number)
    tactic = found.value
    assert isinstance(tactic, Tactic)  # noqa: S101 - the noun's model
    _refuse_done(TACTICS, found.key, tactic.done)
    change = Change(TACTICS, *found, None)
    for key, _, action in records(ACTIONS, deal):
        if isinstance(action, ListedAction) and action.tactic and _words(action) == tactic.what:
            return Origin(change, {"tactic": "", **_passed_on(tactic)}, key)
    return Origin(change, {"what": tactic.what, **_passed_on(tactic)})


def _refuse_done(noun: Noun, number: str, done: date | None) -> None:
    if done:
        raise WrongCall(
            f"{noun.one} {number} was done on {done}.",
            f"Only an open one can become {'a tactic' if noun is ACTIONS else 'an action item'}.",
        )


def _words(action: ListedAction) -> str:
    """Return what somebody is to do: for a challenge, what was recommended."""
    return action.recommendation or action.what


def _passed_on(record: Tactic | ListedAction) -> dict[str, str]:
    fields = content(record)
    return {name: str(fields.get(name, "")) for name in _ALIKE}
