"""The actions of an account's priorities and SWOT entries as records: by what they are for."""

from __future__ import annotations

from tas_cli.edits.action_records import read_promise
from tas_cli.edits.swot import whole_word
from tas_cli.method.value import swot_parts
from tas_cli.model.account import Account
from tas_cli.nouns.account import ACCOUNT_ACTIONS, PRIORITIES, implications
from tas_cli.nouns.noun import Record, records, with_key
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter


def key(_owner: Account, typed: str) -> str:
    """Return the key as records have it: `p 2` as `priorities 2`, `t 1 3` as `threats 1 3`."""
    return whole_word(typed, (PRIORITIES.key, *swot_parts()))


def place(now: Account, typed: str) -> Record:
    """Return the place of a new action: the last of the priority or SWOT entry that is named.

    Raises:
        WrongCall: none is named, or it is not in the file.
    """
    named = key(now, typed)
    present = dict(implications(now))
    if named not in present:
        listed = f"Name what it is for: {', '.join(present)}." if present else _NONE
        what = f"there is no {named!r}." if named else "an action for what?"
        raise WrongCall(what, listed)
    there = len(with_key(records(ACCOUNT_ACTIONS, now), named))
    return Record(f"{named} {there + 1}", (*present[named].path, "actions", there))


_NONE = 'Add a priority first: `tas priorities ID what="…"`.'


def read(owner: Account, text: str, interpreter: Interpreter) -> dict[str, str]:
    """Return the fields of a new action from a text such as `Dana to call by fri`.

    Raises:
        WrongCall: its date is not on the calendar, or can mean two.
    """
    known = [each.name for each in owner.people.values() if each.name]
    return read_promise(text, known, None, interpreter)
