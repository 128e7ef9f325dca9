"""How a value is written into a file, depending on the kind of its place."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tas_cli.diagnostics import Path
from tas_cli.model.opportunity import Cell
from tas_cli.model.paths import annotation_at, key_order, kind_of, type_below
from tas_cli.source.characters import cleaned
from tas_cli.source.edit import Edit, Insert, Put, Rename
from tas_cli.source.values import Plain, Quoted, Value

_WORDS = ("text", "value", "id")
"""The kinds written like texts: in quotes if YAML requires them."""
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def spelled(edit: Edit, model: type[BaseModel]) -> Edit:
    """Return an edit of a model's file with its value as it is written there.

    Empty values are left out. Texts and keys lose invisible characters. Days, numbers and choices
    need no quotes, ratings always have them, and a cell with only a rating becomes its sign.
    New keys go where the format has them.
    """
    match edit:
        case Put(path, value) if value != "":
            spelt = _value(value, annotation_at(model, path))
            return edit._replace(value=spelt, orders=_orders(model, path))
        case Insert(path, item):
            spelt = _value(item, annotation_at(model, (*path, 0)))
            return edit._replace(item=spelt, orders=_orders(model, path))
        case Rename(_, key):
            return edit._replace(key=cleaned(key, refuse=False))
    return edit


def _orders(model: type[BaseModel], path: Path) -> tuple[tuple[str, ...], ...]:
    return tuple(key_order(model, path[:depth]) for depth in range(len(path)))


def _value(value: Any, annotation: Any) -> Value:
    if isinstance(value, Cell) and not (value.evidence or value.note):
        return Quoted(value.rating)
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        value = {field.alias or name: getattr(value, name) for name, field in fields}
    if isinstance(value, dict):
        parts = {key: part for key, part in value.items() if part not in _NOTHING}
        return {key: _value(part, type_below(annotation, key)) for key, part in parts.items()}
    if isinstance(value, list):
        return [_value(part, type_below(annotation, 0)) for part in value]
    return _scalar(value, annotation)


def _scalar(value: Any, annotation: Any) -> str:
    kind = kind_of(annotation)
    if isinstance(value, str) and (kind is None or kind.error in _WORDS):
        return cleaned(value, refuse=False)
    return Quoted(value) if kind and kind.error == "rating" else Plain(value)
