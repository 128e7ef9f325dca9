"""A record's fields as people type them: read off its model, dotted where they nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from tas_cli.model.scalars import Kind, Text

PAST = frozenset(("date", "when", "since", "closed", "left", "last_met", "done"))
"""The fields that, in any record, name a day that has come."""


class RecordField(NamedTuple):
    """A field that one text can give: a scalar, or a list of them where `several`.

    Of a mapping by names, such as `rivals.x-sys`, `name` ends with the dot.
    """

    name: str
    about: str
    required: bool = False
    several: bool = False
    kind: Kind = get_args(Text)[1]

    @property
    def past(self) -> bool:
        """Whether it names a day that has come."""
        return self.kind.error == "date" and self.name.rpartition(".")[2] in PAST


@cache
def fields_of(model: type[BaseModel]) -> tuple[RecordField, ...]:
    """Return a model's fields in its order; lists of mappings are left to an editor."""
    return tuple(_fields(model))


def field_named(fields: Sequence[RecordField], name: str) -> RecordField | None:
    """Return the field that a name leads to, also by a name of its own in a mapping."""
    opened = name[: name.rfind(".") + 1]
    return next((each for each in fields if each.name in (name, opened)), None)


def _fields(model: type[BaseModel], within: str = "") -> Iterator[RecordField]:
    hints = get_type_hints(model, include_extras=True)
    for key, info in model.model_fields.items():
        name = within + (info.alias or key)
        required = info.is_required() and not within
        yield from _of_type(hints[key], RecordField(name, info.description or "", required))


def _of_type(hint: Any, field: RecordField) -> Iterator[RecordField]:
    """Yield what a type makes of a field: itself, its parts, or nothing that one text can give."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        yield field._replace(kind=next(mark for mark in arguments if isinstance(mark, Kind)))
    elif origin in (list, dict):
        name, several = f"{field.name}{'.' if origin is dict else ''}", origin is list
        inside = _of_type(arguments[-1], field._replace(name=name, several=several))
        yield from (each for each in inside if each.name == name)
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield from _fields(hint, f"{field.name}.")
    else:  # a type or nothing
        for option in arguments:
            yield from _of_type(option, field)
