"""What a file must hold after an edit, worked out on its value alone, without any text."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Node
from tas_cli.source.splicing.operations import Edit, Insert, Put, Rename
from tas_cli.source.splicing.removing import goes_with
from tas_cli.source.values import same


def at(place: Any, path: Path) -> Any:
    """Return what is at a path of a plain value, None if nothing is."""
    for step in path:
        try:
            place = place[step]
        except (LookupError, TypeError):
            return None
    return place


def proven(before: Any, edit: Edit, root: Node, held: Any) -> bool:
    """Whether what the file holds now is what it held, changed by the edit and no more."""
    if not isinstance(edit, Put) or edit.value != "":
        return bool(held == _expected(before, edit))
    wanted = _without(before, goes_with(root, edit.path))
    return bool(_bare(held, edit) == _bare(wanted, edit))


def _without(before: Any, path: Path) -> Any:
    after = deepcopy(before)
    place = at(after, path[:-1])
    del place[path[-1]]
    return after


def _bare(value: Any, edit: Put) -> Any:
    """Return a value with its mappings on an edit's way in the short form that they may have."""
    value = deepcopy(value)
    for depth, step in enumerate(edit.path):
        place, part = at(value, edit.path[:depth]), at(value, edit.path[: depth + 1])
        if edit.bare_as and isinstance(part, dict) and [*part] == [edit.bare_as]:
            place[step] = part[edit.bare_as]
    return value


def _expected(before: Any, edit: Edit) -> Any:
    """Return the file's whole value after an edit that adds, replaces or renames."""
    after = deepcopy(before)
    if isinstance(edit, Rename):
        entries, key = at(after, edit.path[:-1]), edit.path[-1]
        if key in entries:  # else it has no value
            entries[edit.key] = entries.pop(key)
        return after
    place, last = _parent(after, edit)
    if isinstance(edit, Insert):
        items = at(place, (last,)) or []
        items.insert(edit.place(items), same(edit.item))
        place[last] = items
    else:
        place[last] = same(edit.value)
    return after


def _parent(place: Any, edit: Put | Insert) -> tuple[Any, str | int]:
    """Return what an edit's place is part of, made where it is missing, and the step from there."""
    *way, last = edit.path
    for depth, step in enumerate(way):
        if isinstance(place, list):
            place = place[int(step)]
            continue
        inner = place.setdefault(step, {})
        if isinstance(inner, str) and edit.bare_as:
            if edit.path[depth + 1 :] == (edit.bare_as,):
                return place, step
            inner = place[step] = {edit.bare_as: inner}
        place = inner
    return place, last
