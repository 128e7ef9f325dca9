"""A noun: the one declaration from which its command, views, form, checks and pages follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.model.base import FileModel
from tas_cli.model.paths import value_at
from tas_cli.nouns.fields import RecordField, field_named, fields_of

Content = dict[str, Any]
"""A record's plain values, by the keys of the file."""


class Record(NamedTuple):
    """A record: its id, or its number from 1 as text; its place; its value.

    A key of several words names a group and the number in it. The value of a record that does not
    exist yet is None.
    """

    key: str
    path: Path
    value: FileModel | None = None


class Short(NamedTuple):
    """A field that a word alone can set: by one of its choices, or by the beginning of one.

    `signs` are other words for its values, and so are `words`, which pages do not show. `before` is
    a sign in front of an id, as in `<adeyemi`.
    """

    field: str
    signs: Mapping[str, str] = {}
    before: str = ""
    words: Mapping[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class Noun:
    """Records of one kind, under the key of that name in a file: a list, or a mapping by id.

    `under` is the mapping of the file that has the key, if it is not at the top: value.benefits.

    `one` is what people call one of them, `about` the command's line in help. `table` has the
    fields that a list shows; the last may be long. Two records with equal fields `same` are the
    same record. `main` is the field for words given without a field;
    records by id get their id from it. `refers` names, for a field,
    the key of the same file whose ids it contains. `above` is the one that names the record
    above: such lines never lead back to where they began.

    `many` is what people call several, by default the key. `new` is what a call names before the
    fields of a new record; None if records cannot be added. `sample` is the field that examples
    set, if it is not one that every record has. `usage` replaces the help on the words
    of a call. `added` and `changed` are the words that add and change one in examples,
    if FIELD=VALUE is not what people type.

    `legend` explains words that its fields have, under a heading, at the end of the help.

    `groups` are the names of those that a new record can go to, each with its meaning.

    `short` are the fields that a word alone can set, after the key. `aliases` are other names that
    people type for fields.

    `made_from` is the noun whose records can become one of these (`edits/becoming.py`).

    In every record, `date` is the day and `by` the author: for a new one, today and the user.

    What a file keeps in another place or form can be shown and changed as records, too: `find`
    returns them from the file, with a model of their own. Of their fields, `derived` are only
    shown, those `elsewhere` are not under the noun's own key, and `key_field` is the key itself. A
    key has up to `words` words. Such records have checks and a format of their own, and
    `edits/record_ways.py` says what a change to one means.
    """

    key: str
    under: str = ""
    one: str
    model: type[FileModel]
    about: str
    table: tuple[str, ...]
    same: tuple[str, ...]
    main: str = ""
    refers: Mapping[str, str] = field(default_factory=dict)
    above: str = ""
    many: str = ""
    new: str | None = ""
    groups: Mapping[str, str] = field(default_factory=dict)
    sample: str = ""
    usage: str = ""
    added: str = ""
    changed: str = ""
    legend: tuple[str, Mapping[str, str]] | None = None
    short: tuple[Short, ...] = ()
    made_from: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)
    find: Callable[[Any], Iterable[Record]] | None = None
    derived: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    key_field: str = ""
    words: int = 1

    @property
    def command(self) -> str:
        """The name of its command."""
        return self.key.replace("_", "-")

    @property
    def path(self) -> Path:
        """The place of the records in a file."""
        return (self.under, self.key) if self.under else (self.key,)

    @property
    def plural(self) -> str:
        """What people call several of them."""
        return self.many or self.key

    @property
    def fields(self) -> tuple[RecordField, ...]:
        """The fields that people can type."""
        return tuple(each for each in fields_of(self.model) if each.name not in self.derived)

    @property
    def example(self) -> str:
        """The field that an example call sets."""
        needed = [each.name for each in self.fields if each.required and each.name != "date"]
        return self.sample or self.main or next(iter(needed), self.table[-1])

    def field(self, name: str) -> RecordField | None:
        """Return the field with that name, None if there is none."""
        return field_named(self.fields, self.aliases.get(name, name))

    def within(self, name: str) -> list[RecordField]:
        """Return the fields of the mapping with that name."""
        return [each for each in self.fields if each.name.startswith(f"{name}.")]

    def meant(self, name: str, text: str = "") -> RecordField | None:
        """Return the field that a short form of its name means, too: `out` for out.date.

        A mapping's name means its date, or the field that has the text as a choice, and a field's
        last part alone is enough if it is unique.
        """
        chosen = next((each for each in self.within(name) if text in each.kind.names), None)
        ends = [each for each in self.fields if each.name.endswith(f".{name}")]
        only = ends[0] if len(ends) == 1 else None
        return self.field(name) or self.field(f"{name}.date") or chosen or only


def records(noun: Noun, owner: FileModel) -> list[Record]:
    """Return all records of a noun in a file, in order."""
    if noun.find:
        return [*noun.find(owner)]
    content = value_at(owner, noun.path) or ()
    if isinstance(content, dict):
        return [Record(key, (*noun.path, key), value) for key, value in content.items()]
    return [Record(str(at + 1), (*noun.path, at), value) for at, value in enumerate(content)]


def by_id(noun: Noun, owner: FileModel) -> bool:
    """Whether the file has the records by id; otherwise they have numbers."""
    return isinstance(value_at(owner, noun.path), dict)


def with_key(listed: Iterable[Record], key: str) -> list[Record]:
    """Return the record with this key, or those of the group that it names."""
    return [each for each in listed if each.key == key or each.key.startswith(f"{key} ")]


def content(value: FileModel | None) -> Content:
    """Return a record's values, except those it leaves out."""
    return value.model_dump(mode="json", by_alias=True, exclude_defaults=True) if value else {}


def texts_of(value: FileModel | None, name: str) -> list[str]:
    """Return a field's values in a record as the file spells them; empty if there are none."""
    found = value_at(value, tuple(name.removesuffix(".").split(".")))
    if isinstance(found, dict):
        return [f"{key}: {part}" for key, part in found.items()]
    parts = found if isinstance(found, list) else [found]
    return [str(part) for part in parts if part is not None]


class Lost(NamedTuple):
    """A broken reference: the field, its value, and the key whose ids it is not among."""

    field: str
    name: str
    to: str
    known: tuple[str, ...]


def lost(noun: Noun, owner: FileModel, value: FileModel | None) -> list[Lost]:
    """Return a record's references to ids that its file does not have.

    In a mapping by ids, the keys are the references. What a kind of file does not have, such as
    competitors in an account, is not looked up in it.
    """
    return [
        Lost(f"{field}{name}" if field.endswith(".") else field, name, to, (*known,))
        for field, to in noun.refers.items()
        for known in (getattr(owner, to, None),)
        if known is not None
        for name in _referred(value, field)
        if name not in known
    ]


def _referred(value: FileModel | None, field: str) -> Iterable[str]:
    if field.endswith("."):
        return value_at(value, (field[:-1],)) or ()
    return texts_of(value, field)
