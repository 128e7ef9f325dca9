"""Edits that add records of any noun, change them field by field, or remove them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.model.base import FileModel
from tas_cli.nouns.noun import Content, Noun, content, texts_of
from tas_cli.refusals import Refused, WrongCall
from tas_cli.source.edit import Edit, Insert, Put
from tas_cli.writing import Written


class Change(NamedTuple):
    """A record to add, change or remove: before and after, None if there is no record.

    `key` is its id or number; an appended record has the number that it will get. `replace` allows
    the change to discard what depends on the record. `instead_of` is what becomes, with it, of the
    record from which it was made.
    """

    noun: Noun
    key: str
    path: Path
    before: FileModel | None
    after: FileModel | None
    replace: bool = False
    instead_of: Change | None = None

    @property
    def called(self) -> str:
        """What messages call the record."""
        return f"{self.noun.one} {self.key}"


class RecordEffect(NamedTuple):
    """The effect of a change to a record; with `dry_run` nothing was written.

    `also` says what else changed with it, `shared` what was written to the account's file,
    `defaults` names the fields of a new record that the call left to their defaults.
    """

    id: str
    written: Written[FileModel]
    made: Change
    dry_run: bool
    also: str = ""
    shared: Written[FileModel] | None = None
    defaults: frozenset[str] = frozenset()


class Loses(WrongCall):
    """A change would also discard what depends on the record; `replace` allows it."""


def check_expected(made: Change, text: str) -> None:
    """Make sure that a record is the one the user means: one of its fields equals the text.

    Raises:
        Refused: no field does.
    """
    meant = made.instead_of or made
    names = [each.name for each in meant.noun.fields]
    if not any(text in texts_of(meant.before, name) for name in names):
        raise Refused(
            f"no field of {meant.called} is {text!r}; nothing was saved.",
            "List them without FIELD=VALUE, and run the command again for the right one.",
        )


def edits(made: Change) -> Iterator[Edit]:
    """Yield the edits of a change; the writer compares them with what the user looked at."""
    called = made.called
    if made.before is None and isinstance(made.path[-1], int):
        yield Insert(made.path[:-1], made.after)
    elif made.before is None or made.after is None:
        yield Put(made.path, made.after or "", called=called)
    else:
        for edit in _differences(made.path, content(made.before), content(made.after)):
            field = ".".join(map(str, edit.path[len(made.path) :]))
            yield edit._replace(called=f"{called} ({field})") if isinstance(edit, Put) else edit


def _differences(path: Path, before: Content, after: Content) -> Iterator[Edit]:
    """Yield an edit for each field that differs."""
    for key in {**before, **after}:
        old, new, place = before.get(key), after.get(key), (*path, key)
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _differences(place, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            yield from _items(place, old, new)
        elif old != new:
            yield Put(place, "" if new is None else new)


def _items(path: Path, old: list[Any], new: list[Any]) -> Iterator[Edit]:
    """Yield the edits of a list: first append new items, then remove old ones.

    In a numbered record the whole list is put, so that the writer compares it. An append is not
    compared, and the number might refer to a different record by now.
    """
    left = [each for each in old if each in new]
    numbered = any(isinstance(step, int) for step in path)
    if numbered or new[: len(left)] != left:
        yield Put(path, new)
        return
    for each in new[len(left) :]:
        yield Insert(path, each)
    for at in reversed(range(len(old))):
        if old[at] not in new:
            yield Put((*path, at), "")
