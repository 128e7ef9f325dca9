"""The usable part of a file with errors: everything that the errors do not touch."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import NOBODY, US
from tas_cli.model.base import FileModel
from tas_cli.model.paths import annotation_at, model_at
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.nouns.fields import fields_of
from tas_cli.reading.reading import Model
from tas_cli.reading.validation_errors import complaints

_ATTEMPTS = 200
_REQUIRED = ("name", "customer")
_UNKNOWN = "…"
_NO_DAY = "0001-01-01"


def usable_part(model: type[Model], content: Any, places: list[Path]) -> Model | None:
    """Return a file's content without some places, and without what depends on them.

    Required values are filled in, except the version of the format: without it, nothing is usable.
    """
    if not isinstance(content, dict):
        return None
    if any(map(undeclares, places)):
        declared = content.get("competitors")
        known = declared if isinstance(declared, dict) else {}
        content["competitors"] = {key: known.get(key, {}) for key in _named(content)}
        places = [place for place in places if not undeclares(place)]
    for place in places:
        leave_out(content, place)
    for _ in range(_ATTEMPTS):
        try:
            return model.model_validate(content)
        except ValidationError as error:
            found = [*complaints(error, model)]
        done = [_leave_out_or_fill(content, finding.path, model) for finding in found]
        if not any(done):
            return None
    return None


def _leave_out_or_fill(content: dict[str, Any], path: Path, model: type[FileModel]) -> bool:
    """Leave out what is wrong or incomplete; return whether anything changed."""
    if leave_out(content, path) or _filled(content, path, model):
        return True
    return leave_out(content, path[:-1])


def undeclares(place: Path) -> bool:
    """Whether it is unknown who the competitors are if a place is left out."""
    return place[:1] == ("competitors",) and (len(place) == 1 or not _is_competitor(place[1]))


def leave_out(content: Any, path: Path) -> bool:
    """Remove the place at a path from a plain value; return whether there was anything.

    An item of a list leaves a hole, and a competitor keeps its key, which declares it.
    """
    *way, last = path or ("",)
    for step in way:
        try:
            content = content[step]
        except (LookupError, TypeError):
            return False
    in_list = isinstance(content, list) and isinstance(last, int) and last < len(content)
    if in_list or (way == ["competitors"] and isinstance(content, dict) and last in content):
        there, content[last] = content[last], {}
        return bool(there)
    return isinstance(content, dict) and content.pop(last, None) is not None


def _filled(content: dict[str, Any], path: Path, model: type[FileModel]) -> bool:
    first = str(path[0]) if path else ""
    if len(path) == 1 and first in _REQUIRED:
        content[first] = _UNKNOWN
    elif len(path) > 2 and isinstance(path[-2], int):
        items: Any = content
        for step in path[:-2]:
            items = items[step]
        items[path[-2]] = _placeholder(path[:-1], model)
    else:
        return False
    return True


def _placeholder(path: Path, model: type[FileModel]) -> dict[str, str]:
    """Return a stand-in for an unreadable item, so the others keep their numbers."""
    item = model_at(annotation_at(model, path))
    needed = [field for field in fields_of(item) if field.required] if item else []
    return {field.name: _NO_DAY if field.kind.error == "date" else _UNKNOWN for field in needed}


def _is_competitor(name: object) -> bool:
    reserved = name in (US, NOBODY)
    return isinstance(name, str) and not reserved and bool(re.fullmatch(ID_PATTERN, name))


def _named(content: dict[str, Any]) -> list[str]:
    """Return every competitor that an opportunity names anywhere, in any shape."""
    found: list[Any] = []
    for name in ("competitors", "incumbent"):
        value = content.get(name)
        found += value if isinstance(value, (list, dict)) else [value]
    closed = content.get("closed")
    found += [closed.get("to")] if isinstance(closed, dict) else []
    rated = content.get("assessments")
    for assessment in rated if isinstance(rated, list) else ():
        rows = assessment.get("ratings") if isinstance(assessment, dict) else None
        for row in rows.values() if isinstance(rows, dict) else ():
            found += row if isinstance(row, dict) else ()
    return [*dict.fromkeys(filter(_is_competitor, found))]
