"""The records that were added, removed or changed between two states of a deal, for every noun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tas_cli.assess.changes import FieldChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.nouns import stored
from tas_cli.nouns.noun import Content, Noun, Record, by_id, content, records, texts_of

_Identity = tuple[Any, ...]


class RecordChange(NamedTuple):
    """A record of a noun: what it was and what it is, None before it was added or once removed."""

    noun: Noun
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is, or as it was if it is gone."""
        found = self.after or self.before
        if found is None:
            raise AssertionError(self.noun.key)
        return found

    @property
    def changed(self) -> bool:
        """Whether both states have it."""
        return self.before is not None and self.after is not None

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ, dotted if nested."""
        both = (content(each.value) if each else {} for each in (self.before, self.after))
        was, now = (dict(_flat(each)) for each in both)
        return tuple(
            FieldChange(key, was.get(key), now.get(key))
            for key in dict.fromkeys((*was, *now))
            if was.get(key) != now.get(key)
        )

    @property
    def words(self) -> str:
        """What the record is called: its main field, or its key; before it, its group if any."""
        named = texts_of(self.record.value, self.noun.main or self.noun.table[0])
        group, _, number = self.record.key.rpartition(" ")
        return ": ".join(filter(None, (group, ", ".join(named) or number)))


def _flat(values: Content, within: str = "") -> Iterator[tuple[str, Any]]:
    """Yield all values by name, those of mappings by dotted name: approach.strategy."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{within}{key}.")
        else:
            yield f"{within}{key}", value


def record_changes(before: DealOnDay, after: DealOnDay) -> Iterator[RecordChange]:
    """Yield the records that differ, by noun; what is dated after a state's day is not in it.

    Records are the same if their ids are, or the fields by which the noun tells them apart.
    """
    for noun in stored.stored_in(before.whole, after.whole):
        was, now = _known(noun, before), _known(noun, after)
        for key in dict.fromkeys((*now, *was)):
            change = RecordChange(noun, was.get(key), now.get(key))
            if change.fields:
                yield change


def _known(noun: Noun, deal: DealOnDay) -> dict[_Identity, Record]:
    """Return the records known on the day by identity; equal ones of a group are numbered."""
    found: dict[_Identity, Record] = {}
    seen: Counter[_Identity] = Counter()
    for each in records(noun, deal.whole):
        if _day(each) > deal.day:
            continue
        texts = (tuple(texts_of(each.value, name)) for name in noun.same)
        keyed = by_id(noun, deal.whole) and not noun.find
        group, _, _ = each.key.rpartition(" ")
        same = (each.key,) if keyed else (group, *texts)
        found[*same, seen[same]] = each
        seen[same] += 1
    return found


def _day(record: Record) -> date:
    """Return a record's day; one without a day has always been known."""
    found = getattr(record.value, "date", None)
    return found if isinstance(found, date) else date.min
