"""Records of any noun as a table, and the report of a change to one."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.edits.records import RecordEffect
from tas_cli.nouns.noun import Noun, Record, texts_of
from tas_cli.views.changed import written_to
from tas_cli.views.page import (
    DIM,
    GAP,
    STRONG,
    Column,
    Hint,
    Page,
    Table,
    Title,
    cells,
    item,
    items,
    line,
)

_MOST = 24
"""The widest a column may be on a terminal, in cells; the last column wraps instead."""


class Listed(NamedTuple):
    """The records of a deal to show."""

    noun: Noun
    id: str
    file: str
    records: list[Record]

    @property
    def title(self) -> str:
        """How many records there are, and of what kind."""
        number = len(self.records)
        return f"{self.id}: {number or 'no'} {self.noun.one if number == 1 else self.noun.key}"


def records(listed: Listed) -> Page:
    """Return the table of records, each with its id or number."""
    heads = (name.replace("_", " ").replace(".", " ").capitalize() for name in listed.noun.table)
    columns = (Column("", most=_MOST), *(Column(head, most=_MOST) for head in heads))
    rows = tuple(
        cells(each.key, *(", ".join(texts_of(each.value, name)) for name in listed.noun.table))
        for each in listed.records
    )
    return (
        Title(listed.title),
        *((GAP, Table(columns, rows, wrapped=True)) if rows else ()),
        GAP,
        *map(Hint, _how(listed)),
    )


def _how(listed: Listed) -> list[str]:
    """Return the commands that add, change and remove one."""
    noun, field = listed.noun, listed.noun.example
    command = f"tas {noun.key} {listed.id}"
    added = f'Add: `{command} {field}="…"`'
    if not listed.records:
        return [added]
    key = listed.records[-1].key
    changed = f'Change: `{command} {key} {field}="…"`'
    return [added, changed, f"Remove: `{command} {key} --remove`"]


def written(effect: RecordEffect) -> Page:
    """Report a change to a record, field by field."""
    noun, before, after = effect.made.noun, effect.made.before, effect.made.after
    what = "changed" if before and after else "added" if after else "removed"
    fields = []
    for field in noun.fields:
        was, now = (", ".join(texts_of(each, field.name)) for each in (before, after))
        if was != now:
            words = (f"{was} → " if was else "", DIM), (now or "none", STRONG)
            fields.append(item(*words, mark=f"  {field.name.rstrip('.')}"))
    return (
        line((f"{effect.id}: {noun.one} {effect.made.key} {what}.", STRONG)),
        items(fields, 16),
        written_to(effect.written),
    )
