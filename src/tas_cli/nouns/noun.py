"""What a noun is: the one declaration that its command, views, form, checks and pages come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.model.base import FileModel
from tas_cli.model.paths import value_at
from tas_cli.nouns.fields import RecordField, field_named, fields_of

Content = dict[str, Any]
"""What a record holds as plain values, by the keys of the file."""


@dataclass(frozen=True, kw_only=True)
class Noun:
    """Records of one kind, under the key of that name in a file: a list, or a mapping by id.

    `one` is what a person calls one of them, `about` the command's line in help. `table` are the
    fields that a list shows; the last of them may be long. Two records that agree in the fields
    `same` are one. `main` is the field that words alone give. `refers` names, for a field, the key
    of the same file whose ids it holds.

    In every record `date` is the day and `by` the author: a new one has today and the user there.
    """

    key: str
    one: str
    model: type[FileModel]
    about: str
    table: tuple[str, ...]
    same: tuple[str, ...]
    main: str = ""
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[RecordField, ...]:
        """The fields that people can type."""
        return fields_of(self.model)

    @property
    def example(self) -> str:
        """The field to which an example of a call gives a value."""
        needed = [each.name for each in self.fields if each.required and each.name != "date"]
        return self.main or next(iter(needed), self.table[-1])

    def field(self, name: str) -> RecordField | None:
        """Return the field of that name; None where there is none."""
        return field_named(self.fields, name)


class Record(NamedTuple):
    """A record: its id or its number, from 1, as a text; where it stands; what it holds.

    One that is not there yet holds None.
    """

    key: str
    path: Path
    value: FileModel | None = None


def records(noun: Noun, owner: FileModel) -> list[Record]:
    """Return all records of a noun that a file holds, in its order."""
    held = getattr(owner, noun.key)
    if isinstance(held, dict):
        return [Record(key, (noun.key, key), value) for key, value in held.items()]
    return [Record(str(at + 1), (noun.key, at), value) for at, value in enumerate(held)]


def by_id(noun: Noun, owner: FileModel) -> bool:
    """Whether the file holds the records by ids of their own; else they have numbers."""
    return isinstance(getattr(owner, noun.key), dict)


def content(value: FileModel | None) -> Content:
    """Return what a record holds, without what it leaves out."""
    return value.model_dump(mode="json", by_alias=True, exclude_defaults=True) if value else {}


def texts_of(value: FileModel | None, name: str) -> list[str]:
    """Return what a record has in a field, as a file has it; nothing where it has nothing."""
    found = value_at(value, tuple(name.removesuffix(".").split(".")))
    if isinstance(found, dict):
        return [f"{key}: {part}" for key, part in found.items()]
    parts = found if isinstance(found, list) else [found]
    return [str(part) for part in parts if part is not None]


class Lost(NamedTuple):
    """A reference that leads nowhere: the field, what it says, and the ids that there are."""

    field: str
    name: str
    known: tuple[str, ...]


def lost(noun: Noun, owner: FileModel, value: FileModel | None) -> list[Lost]:
    """Return the references of a record that lead nowhere in its file."""
    return [
        Lost(field, name, tuple(getattr(owner, to)))
        for field, to in noun.refers.items()
        for name in texts_of(value, field)
        if name not in getattr(owner, to)
    ]
