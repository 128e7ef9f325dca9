"""Checks of the records of every noun, driven by its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.nouns import stored
from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import Noun, Record, lost, records, texts_of
from tas_cli.rules.command_lines import DAY, TEXT, command
from tas_cli.rules.subject import Subject
from tas_cli.typed.fields import look


def _all(owner: FileModel) -> Iterator[tuple[Noun, Record]]:
    """Yield the records that are under their noun's own key, or under the mapping that has it."""
    for noun in stored.stored_in(owner):
        for record in records(noun, owner):
            if record.path[0] == noun.path[0]:
                yield noun, record


def in_future(subject: Subject) -> Iterator[Finding]:
    """Yield dates in the future in records of what has happened."""
    return in_future_of(subject.opportunity, subject.day)


def in_future_of(owner: FileModel, day: date) -> Iterator[Finding]:
    """Yield the same for the records of any file, such as an account's."""
    for noun, record in _all(owner):
        for field in noun.fields:
            for text in texts_of(record.value, field.name) if _past(noun, field) else ():
                if text[:1].isdigit() and text > day.isoformat():
                    dated = "is dated" if field.name == "date" else f"has {field.name}"
                    yield Finding(
                        f"this {noun.one} {dated} {text}, which is in the future",
                        (*record.path, *field.name.split(".")),
                        command(noun.command, *record.key.split(), f"{field.name}={DAY}"),
                    )


_ANNOUNCED = frozenset(("left",))
"""Days that may be known before they come: somebody has given notice."""


def _past(noun: Noun, field: RecordField) -> bool:
    past = field.kind.error in ("date", "met") and look(field.name, noun.key) == "back"
    return past and field.name not in _ANNOUNCED


def repeated(subject: Subject) -> Iterator[Finding]:
    """Yield the records that are the same as an earlier one of their noun.

    Those that lack every field by which they could be the same are different.
    """
    return repeated_of(subject.opportunity, subject.day)


def repeated_of(owner: FileModel, _: date) -> Iterator[Finding]:
    """Yield the same for the records of any file; those of different groups are different."""
    seen: dict[tuple[object, ...], str] = {}
    for noun, record in _all(owner):
        parts = tuple(tuple(texts_of(record.value, name)) for name in noun.same)
        first = seen.setdefault((noun.key, *record.path[:-1], *parts), record.key)
        if first != record.key and any(parts):
            yield Finding(
                f"{noun.one} {record.key} is the same as {noun.one} {first}",
                record.path,
                command(noun.command, *record.key.split(), "--remove"),
            )


_NAME = f"name={TEXT}"


def dangling_references(subject: Subject) -> Iterator[Finding]:
    """Yield the references to something that neither the file nor its account's has."""
    deal = subject.opportunity
    for noun, record in _all(deal):
        yield from _dangling(noun, record, subject.whole)
    for rival in deal.value.rivals if deal.value else ():
        if rival not in deal.competitors:
            yield Finding(
                f"`rivals` of the value names `{rival}`, which is not under `competitors:`",
                ("value", "rivals", rival),
                f"correct the short name, or add it: {command('competitors', rival, _NAME)}",
            )


def dangling_of_account(account: Account, _: date) -> Iterator[Finding]:
    """Yield the references of an account's records to somebody who is not in its file.

    What else a person refers to, such as competitors, is in the files of the deals.
    """
    for noun, record in _all(account):
        yield from _dangling(noun, record, account)


def _dangling(noun: Noun, record: Record, owner: FileModel) -> Iterator[Finding]:
    for each in lost(noun, owner, record.value):
        field = noun.field(each.field)
        taken = f"-{each.name}" if field and field.several else ""
        yield Finding(
            f"`{each.field}` of {noun.one} {record.key} names `{each.name}`, which is not under "
            f"`{each.to}:`",
            (*record.path, *each.field.split(".")),
            f"add it: {command(each.to, each.name, _NAME)}, or remove the reference: "
            f"{command(noun.command, *record.key.split(), f'{each.field}={taken}')}",
        )
