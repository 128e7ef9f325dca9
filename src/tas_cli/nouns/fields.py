"""A record's fields as people type them: taken from its model, dotted if nested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from tas_cli.model.paths import key_type, kind_of, model_at, type_below
from tas_cli.model.scalars import Kind, Text


class RecordField(NamedTuple):
    """A field that can be given as one text: a scalar, or with `several` a list of scalars.

    For a mapping by names, such as `rivals.x-sys`, `name` ends with the dot, and `keys` is the kind
    of its names.
    """

    name: str
    about: str
    required: bool = False
    several: bool = False
    kind: Kind = get_args(Text)[1]
    keys: Kind | None = None


@cache
def fields_of(model: type[BaseModel]) -> tuple[RecordField, ...]:
    """Return a model's fields in order; lists of mappings can only be edited in the file."""
    return tuple(_fields(model))


def field_named(fields: Sequence[RecordField], name: str) -> RecordField | None:
    """Return the field with a name, or the mapping that the name is an entry of."""
    opened = name[: name.rfind(".") + 1]
    return next((each for each in fields if each.name in (name, opened)), None)


def _fields(model: type[BaseModel], within: str = "") -> Iterator[RecordField]:
    for key, info in model.model_fields.items():
        name = f"{within}{info.alias or key}"
        field = RecordField(name, info.description or "", info.is_required() and not within)
        yield from _of_type(info.rebuild_annotation(), field)


def _of_type(annotation: Any, field: RecordField) -> Iterator[RecordField]:
    """Yield a field or its parts by its type; nothing if no single text can give it."""
    kind, model, part = kind_of(annotation), model_at(annotation), type_below(annotation, 0)
    if kind:
        yield field._replace(kind=kind)
    elif model:
        yield from _fields(model, f"{field.name}.")
    elif kind := kind_of(part):
        named = key_type(annotation)
        name = f"{field.name}{'.' if named else ''}"
        keys = kind_of(named) if named else None
        yield field._replace(kind=kind, name=name, several=not named, keys=keys)
