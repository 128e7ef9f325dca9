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
        return f"{number or 'No'} {self.noun.one if number == 1 else self.noun.key} of {self.id}"


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
        Hint(_how(listed)),
    )


def _how(listed: Listed) -> str:
    """Explain how to add, change and remove one."""
    noun, field = listed.noun, listed.noun.example
    added = f'tas {noun.key} {listed.id} {field}="…" adds one'
    if not listed.records:
        return f"{added}."
    key = listed.records[-1].key
    return f"{added}; with {key} before {field}= it changes that one, {key} --remove takes it away."


def written(told: RecordEffect) -> Page:
    """Report a change to a record, field by field."""
    noun, before, after = told.made.noun, told.made.before, told.made.after
    what = "changed" if before and after else "added" if after else "removed"
    fields = []
    for field in noun.fields:
        was, now = (", ".join(texts_of(each, field.name)) for each in (before, after))
        if was != now:
            words = (f"{was} → " if was else "", DIM), (now or "none", STRONG)
            fields.append(item(*words, mark=f"  {field.name.rstrip('.')}"))
    return (
        line((f"{noun.one.capitalize()} {told.made.key} of {told.id} {what}.", STRONG)),
        items(fields, 16),
        written_to(told.written),
    )
