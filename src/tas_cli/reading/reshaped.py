"""What a value of the wrong shape probably means: text for a mapping, a mapping for a list."""

from __future__ import annotations

import re
from typing import Any

from tas_cli.diagnostics import Path
from tas_cli.reading.meant import meant
from tas_cli.source.nodes import Bare
from tas_cli.source.values import Plain, Quoted, Value, in_flow

_MAX = 80
"""Anything longer is better written over several lines."""
_MAIN = ("name", "what", "chosen", "step", "answer", "reason")
"""The key for a lone text, if its mapping has that key."""
_BY_ID = (("competitors",), ("team",))
_NOTHING = ("none", "nothing", "no", "n/a", "null", "~", "-", "tbd")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def reshaped(value: Any, shape: str, path: Path, known: list[str]) -> str | None:
    """Return a value on one line in the shape that a path needs: mapping, list or scalar.

    `known` has the keys of a mapping there. None if the meaning is not clear.
    """
    found: Value | None
    if not path:
        return None
    if shape == "mapping":
        found = _mapping(value, path, known)
    elif shape == "list":
        found = _list(value, known)
    else:
        found = _scalar(value)
    if found is None or found == "":
        return None
    line = in_flow(found)
    return line if len(line) <= _MAX else None


def _mapping(value: Any, path: Path, known: list[str]) -> Value | None:
    if path in _BY_ID:
        return _by_id(value if isinstance(value, list) else re.split(r",\s*", str(value)))
    if isinstance(value, list):
        parts = value if all(isinstance(part, dict) for part in value) else []
        return _as_value({key: each for part in parts for key, each in part.items()}) or None
    if "ratings" in path[-2:-1]:
        return {"us": Quoted(value)} if value in ("+", "-", "?") else None
    return {} if str(value).lower() in _NOTHING else _with_key(value, known)


def _by_id(entries: list[Any]) -> Value | None:
    """Return entries by id, made from names or from mappings that have only a name."""
    found: dict[str, Value] = {}
    for entry in entries:
        name = str(entry.get("name", "")) if isinstance(entry, dict) else str(entry)
        if name.lower() in _NOTHING:
            continue
        key = next(iter(meant("id", name, ())), name)
        if not key or (isinstance(entry, (dict, list)) and [*entry] != ["name"]):
            return None
        found[key] = {} if key == name else {"name": name}
    return found


def _list(value: Any, known: list[str]) -> Value | None:
    if isinstance(value, dict):
        return [_as_value(value)] if known else [*map(str, value)]
    if str(value).lower() in _NOTHING:
        return []
    entry = _with_key(value, known)
    return [entry] if entry else None


def _with_key(value: Any, known: list[str]) -> dict[str, Value] | None:
    """Return a mapping in which a lone value has the key it is most likely meant for."""
    likely = ("date",) if _DAY.fullmatch(str(value)) else _MAIN
    key = next((key for key in likely if key in known and "field" not in known), None)
    return {key: _as_value(value)} if key and str(value) else None


def _scalar(value: Any) -> Value | None:
    """Return the only scalar in a list or a mapping."""
    parts = list(value.values()) if isinstance(value, dict) else value
    if len(parts) != 1 or isinstance(parts[0], (dict, list)):
        return None
    return Quoted(parts[0]) if parts[0] in ("+", "-", "?") else _as_value(parts[0])


def _as_value(value: Any) -> Value:
    if isinstance(value, dict):
        return {key: _as_value(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_value(part) for part in value]
    is_plain = isinstance(value, Bare) or _DAY.fullmatch(value)
    return Plain(value) if is_plain else str(value)
