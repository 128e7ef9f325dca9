"""Checks of the records of every noun, driven by its declaration."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding
from tas_cli.nouns import stored
from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import Noun, Record, lost, records, texts_of
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.subject import Subject
from tas_cli.typed.fields import look


def _all(subject: Subject) -> Iterator[tuple[Noun, Record]]:
    """Yield the records that are under their noun's own key."""
    for noun in stored.STORED:
        for record in records(noun, subject.opportunity):
            if record.path[0] == noun.key:
                yield noun, record


def in_future(subject: Subject) -> Iterator[Finding]:
    """Yield dates in the future in records of what has happened."""
    for noun, record in _all(subject):
        for field in noun.fields:
            for text in texts_of(record.value, field.name) if _past(field) else ():
                if text > subject.day.isoformat():
                    dated = "is dated" if field.name == "date" else f"has {field.name}"
                    yield Finding(
                        f"this {noun.one} {dated} {text}, which is in the future",
                        (*record.path, *field.name.split(".")),
                        command(noun.key, record.key, f"{field.name}={DAY}"),
                    )


_ANNOUNCED = frozenset(("left",))
"""Days that may be known before they come: somebody has given notice."""


def _past(field: RecordField) -> bool:
    past = field.kind.error == "date" and look(field.name) == "back"
    return past and field.name not in _ANNOUNCED


def repeated(subject: Subject) -> Iterator[Finding]:
    """Yield the records that are the same as an earlier one of their noun.

    Those that lack every field by which they could be the same are different.
    """
    seen: dict[tuple[object, ...], str] = {}
    for noun, record in _all(subject):
        parts = tuple(tuple(texts_of(record.value, name)) for name in noun.same)
        first = seen.setdefault((noun.key, *parts), record.key)
        if first != record.key and any(parts):
            yield Finding(
                f"{noun.one} {record.key} is the same as {noun.one} {first}",
                record.path,
                command(noun.key, record.key, "--remove"),
            )


def dangling_references(subject: Subject) -> Iterator[Finding]:
    """Yield the references to something that is not in the file.

    It gets a code with the first noun that refers to anything: until then no file could show it.
    """
    for noun, record in _all(subject):
        for each in lost(noun, subject.opportunity, record.value):
            listed = ", ".join(each.known) or "nothing yet"
            yield Finding(
                f"there is no `{each.name}` under `{noun.refers[each.field]}:`",
                (*record.path, *each.field.split(".")),
                f"write one that is there ({listed}), or add it",
            )
