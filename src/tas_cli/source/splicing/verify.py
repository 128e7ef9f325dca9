"""What a file must contain after an edit, computed from its value alone, without its text."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Node
from tas_cli.source.splicing.operations import Edit, First, Insert, Put, Rename
from tas_cli.source.splicing.removing import removed_with
from tas_cli.source.values import same


def at(place: Any, path: Path) -> Any:
    """Return what is at a path in a plain value, None if nothing is."""
    for step in path:
        try:
            place = place[step]
        except (LookupError, TypeError):
            return None
    return place


def proven(before: Any, edit: Edit, root: Node, after: Any) -> bool:
    """Whether the file's value is the old one with exactly the edit applied."""
    if isinstance(edit, First):
        *way, first = edit.path
        keys = [key for key in at(before, tuple(way)) if key != first]
        return bool(after == before and [*at(after, tuple(way))] == [first, *keys])
    if not isinstance(edit, Put) or edit.value != "":
        return bool(after == _expected(before, edit))
    wanted = _without(before, removed_with(root, edit.path))
    return bool(_bare(after, edit) == _bare(wanted, edit))


def _without(before: Any, path: Path) -> Any:
    after = deepcopy(before)
    place = at(after, path[:-1])
    del place[path[-1]]
    return after


def _bare(value: Any, edit: Put) -> Any:
    """Return a value with the mappings on an edit's path in their short form where possible."""
    value = deepcopy(value)
    for depth, step in enumerate(edit.path):
        place, part = at(value, edit.path[:depth]), at(value, edit.path[: depth + 1])
        if edit.bare_as and isinstance(part, dict) and [*part] == [edit.bare_as]:
            place[step] = part[edit.bare_as]
    return value


def _expected(before: Any, edit: Put | Insert | Rename) -> Any:
    """Return the file's whole value as expected after an edit."""
    after = deepcopy(before)
    if isinstance(edit, Rename):
        entries, key = at(after, edit.path[:-1]), edit.path[-1]
        if key in entries:  # otherwise it has no value
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
    """Return the parent of an edit's place, created if missing, and the step from there."""
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
