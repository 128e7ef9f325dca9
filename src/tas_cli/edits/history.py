"""What `history:` keeps: the changes of the fields that a deal is judged by."""

from __future__ import annotations

from datetime import date
from typing import Any

from tas_cli.model.opportunity import ChosenStrategy
from tas_cli.model.tracked import CHOSEN
from tas_cli.source.edit import Append, Edit
from tas_cli.source.values import Plain, Value

_CHOICE = {"variation": Plain, "since": Plain, "reason": str, "by": str}


def kept(field: str, before: object, after: object, day: date) -> list[Edit]:
    """Return the edit that keeps a change; none where nothing changed."""
    return [] if before == after else [_entry(field, before, after, day)]


def choice_kept(before: ChosenStrategy, chosen: str, day: date, *, lost: bool) -> list[Edit]:
    """Return the edit that keeps a strategy that is replaced, with all that was said of it.

    With `lost` something of it is replaced although the strategy stays.
    """
    if before.chosen == chosen and not lost:
        return []
    told = {key: getattr(before, key) for key in _CHOICE} if before.chosen else {}
    more = {key: _CHOICE[key](value) for key, value in told.items() if value}
    return [_entry(CHOSEN, before.chosen, chosen, day, more)]


def _entry(
    field: str, before: object, after: object, day: date, more: dict[str, Value] | None = None
) -> Edit:
    entry: dict[str, Any] = {"date": Plain(day), "field": field}
    if before is not None:
        entry["from"] = _as_written(before)
    if after is not None:
        entry["to"] = _as_written(after)
    return Append(("history",), entry | (more or {}), order="date")


def _as_written(value: object) -> Value:
    """Return a field's value as the file has it: words as words, dates and amounts plain."""
    return value if isinstance(value, str) else Plain(value)
