"""What `history:` keeps: the changes of the fields that a deal is judged by."""

from __future__ import annotations

from datetime import date
from typing import Any

from tas_cli.source.edit import Append, Edit
from tas_cli.source.values import Plain, Value


def kept(field: str, before: object, after: object, day: date) -> list[Edit]:
    """Return the edit that keeps a change; none where nothing changed."""
    if before == after:
        return []
    entry: dict[str, Any] = {"date": Plain(day), "field": field}
    if before is not None:
        entry["from"] = _as_written(before)
    if after is not None:
        entry["to"] = _as_written(after)
    return [Append(("history",), entry)]


def _as_written(value: object) -> Value:
    """Return a field's value as the file has it: words as words, dates and amounts plain."""
    return value if isinstance(value, str) else Plain(value)
