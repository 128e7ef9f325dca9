"""Edits that close an action item (method, section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.actions import Numbered, numbered_actions
from tas_cli.diagnostics import DEAL
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refused, WrongCall
from tas_cli.source.edit import Edit, Put
from tas_cli.words import counted


def done_path(each: Numbered) -> tuple[str | int, ...]:
    """Return the path of an action's `done` date."""
    return (*each.path, "done")


def asked_action(opportunity: Opportunity, number: int, day: date) -> Numbered:
    """Return the action of a deal with this number.

    Raises:
        WrongCall: there is no such action, or it cannot have been done on that day.
    """
    numbered = numbered_actions(opportunity)
    found = next((each for each in numbered if each.number == number), None)
    if found is None:
        listed = counted(len(numbered), "action item") if numbered else "none"
        raise WrongCall(f"there is no action item {number}.", f"This deal has {listed}.")
    if found.action.tactic:
        raise WrongCall(
            f"action item {number} became a tactic on {found.action.tactic}.",
            f"Mark that one done: `tas tactics {DEAL} N done=today`.",
        )
    if day < found.asked:
        raise WrongCall(f"the action item was agreed on {found.asked}; it cannot be done earlier.")
    return found


def finish(now: Opportunity, number: int, day: date) -> Iterator[Edit]:
    """Yield the edit that closes an action, or nothing if it was closed on the same day.

    Raises:
        Refused: it was closed on a different day.
    """
    found = asked_action(now, number, day)
    if found.action.done not in (None, day):
        raise Refused(
            f"action item {number} was already done on {found.action.done}; nothing was saved.",
            "To change the date, use `tas edit`.",
        )
    yield Put(done_path(found), day, called=f"action {number}")
