"""Single values of a mapping that may or may not be there yet."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from tas_cli.diagnostics import Path
from tas_cli.source.edit import Edit, Put


def filled(path: Path, before: BaseModel | None, wanted: Mapping[str, object]) -> list[Edit]:
    """Return the edits that let the mapping at `path` hold these values; None takes one away."""
    if before is None:
        present = {key: value for key, value in wanted.items() if value}
        return [Put(path, present)] if present else []
    return [
        edit
        for key, value in wanted.items()
        for edit in put((*path, key), getattr(before, key), value)
    ]


def put(path: Path, before: object, value: object, called: str = "") -> list[Edit]:
    """Return the edit that puts one value, none where it stands there already."""
    same = before == value or not (before or value)
    return [] if same else [Put(path, value or "", called=called)]
