"""What the screen says about people: names, values, and what somebody else has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from tas_cli.model.person import Person
from tas_cli.people.unsaved import FIELDS, Clash, Unsaved
from tas_cli.tui.widgets import ink
from tas_cli.views.page import STRONG


def whom(key: str, *states: Person | None) -> str:
    """Return a person's name, the first one known; the short name if none is."""
    return next((each.name for each in states if each and each.name), key)


def plain(value: object) -> str:
    """Return a field's value in a word or two; a longer one only as something else."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value).replace("_", " ") or "empty"
    if value in (None, {}):
        return "empty"
    return str(value).replace("_", " ") if isinstance(value, (str, int)) else "something else"


def others_change(clash: Clash) -> Text:
    """Return a change by somebody else: the value before, theirs and mine."""
    key, field, (base, now), theirs = clash
    name = whom(key, theirs, now, base)
    if field:
        before, others, mine = (plain(getattr(each, field)) for each in (base, theirs, now))
        values = f"{field} was {before}, is now {others}; yours is {mine}"
    elif theirs is None:
        values = "was taken off the map; you changed something"
    elif now is None:
        values = "was changed; you took them off the map"
    else:
        values = "was added as well"
    return ink((f"{name}: ", STRONG), values)


def still_there(unsaved: Unsaved, now: Mapping[str, Person]) -> Iterator[str]:
    """Yield what was cleared, but is in the account's file for all deals of the customer."""
    for key, (base, mine) in unsaved.items():
        other = now.get(key)
        if base and mine and other:
            cleared = (each for each in FIELDS if getattr(base, each) and not getattr(mine, each))
            fields = ", ".join(each for each in cleared if getattr(other, each))
            if fields:
                yield f"{whom(key, other)}: {fields} can only be cleared in the account's file."
