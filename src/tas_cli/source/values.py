"""Values to be written into a file: the type decides how they are written."""

from __future__ import annotations

from typing import Any, NamedTuple

from tas_cli.source.nodes import Bare
from tas_cli.source.scalars import quoted, scalar


class Quoted(str):
    """A text that is always quoted: a rating sign."""

    __slots__ = ()


class Plain(str):
    """A text that never needs quotes: a date, an amount, an id, a key of the format."""

    __slots__ = ()


class Spread(dict[str, Any]):
    """A mapping that is written over several lines, even if it is short."""


Value = str | list[Any] | dict[str, Any]
"""A scalar (`str`, `Quoted`, `Plain`), or lists and mappings of such."""

_SHORT = 96
"""The most columns that a mapping of scalars takes on one line."""


class Manner(NamedTuple):
    """How a file is indented: how far mappings, and the dashes of lists, are from their keys."""

    step: int = 2
    dash: int = 2


def same(value: Any) -> Any:
    """Return a value for comparison: by the text of its scalars, however they are written."""
    if isinstance(value, dict):
        return {str(key): same(part) for key, part in value.items()}
    if isinstance(value, list):
        return [same(part) for part in value]
    return str(value) if isinstance(value, (str, Bare)) else value


def in_flow(value: Value) -> str:
    """Return a value on one line, in brackets and braces."""
    if isinstance(value, dict):
        entries = (f"{written(key, flow=True)}: {in_flow(part)}" for key, part in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return written(value, flow=True)


def written(text: str, *, flow: bool = False) -> str:
    """Return a scalar as YAML; inside brackets more characters require quotes."""
    if isinstance(text, Plain):
        return str(text)
    if isinstance(text, Quoted):
        return f'"{text}"'
    shown = scalar(text)
    return quoted(text) if flow and set(shown) & set(",[]{}") and shown[0] != '"' else shown


def block(value: Value, indent: int, manner: Manner) -> list[str]:
    """Return a value's lines, without what precedes the first.

    The first line goes after `key:`; the others are indented. `indent` is the key's column.
    """
    if isinstance(value, str) or _fits(value):
        return [" " + in_flow(value)]
    if isinstance(value, list):
        dash = indent + manner.dash
        return ["", *(line for item in value for line in item_lines(item, dash, manner))]
    return ["", *entry_lines(value, indent + manner.step, manner)]


def _fits(value: Value) -> bool:
    """Whether a value fits on one line: only scalars, and not too many of them."""
    parts = list(value.values()) if isinstance(value, dict) else value
    if isinstance(value, Spread) or not all(isinstance(part, str) for part in parts):
        return not value
    return len(in_flow(value)) <= _SHORT


def entry_lines(value: dict[str, Any], indent: int, manner: Manner) -> list[str]:
    """Return the lines of a mapping's entries, each at column `indent`."""
    lines = []
    for key, part in value.items():
        first, *rest = block(part, indent, manner)
        lines += [f"{' ' * indent}{written(key, flow=True)}:{first}", *rest]
    return lines


def item_lines(item: Value, indent: int, manner: Manner, *, gap: int = 1) -> list[str]:
    """Return the lines of a list item: its dash at column `indent`, then its content."""
    first, *rest = content_lines(item, indent + 1 + gap, manner)
    return [" " * indent + "-" + " " * gap + first, *rest]


def content_lines(item: Value, indent: int, manner: Manner) -> list[str]:
    """Return the lines after a dash, indented to column `indent` except for the first."""
    if not isinstance(item, dict) or _fits(item):
        return [in_flow(item)]
    first, *rest = entry_lines(item, indent, manner)
    return [first.lstrip(), *rest]
