"""Records of any noun as a table, and the report of a change to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tas_cli.edits.records import Change, RecordEffect
from tas_cli.model.base import FileModel
from tas_cli.nouns.fields import fields_of
from tas_cli.nouns.noun import Noun, Record, texts_of
from tas_cli.views.changed import written_to
from tas_cli.views.page import (
    DIM,
    GAP,
    STRONG,
    Block,
    Column,
    Hint,
    Page,
    Table,
    Title,
    cells,
    item,
    items,
    line,
    paragraph,
)
from tas_cli.words import enumerated
from tas_cli.writing import Written

_TEXT = '"…"'
"""A text that the reader fills in."""
_MOST, _LEAST = 24, 10
"""The widest a column may be on a terminal, in cells, and the least where room is scarce; the last
column wraps instead."""


class More(NamedTuple):
    """What a noun's list shows besides its records: in its title, below them, and in JSON.

    `instead` takes the place of the table of records. `document` is what markdown consists of, if
    it is not the list.
    """

    title: str = ""
    blocks: tuple[Block, ...] = ()
    json: Mapping[str, Any] = {}
    instead: tuple[Block, ...] = ()
    document: tuple[Block, ...] = ()


class Listed(NamedTuple):
    """The records of a deal to show; `group` is the one whose they are, if not all are listed."""

    noun: Noun
    id: str
    file: str
    records: list[Record]
    more: More = More()
    group: str = ""

    @property
    def title(self) -> str:
        """How many records there are, and of what kind."""
        number = len(self.records)
        count = f"{number or 'no'} {self.noun.one if number == 1 else self.noun.plural}"
        return ", ".join(filter(None, (f"{self.id}: {count}", self.more.title)))


def records(listed: Listed) -> Page:
    """Return the table of records, each with its id or number; empty columns are left out."""
    rows = listed.records
    return (
        Title(listed.title),
        *((GAP, *(listed.more.instead or (record_table(listed.noun, rows),))) if rows else ()),
        *listed.more.blocks,
        GAP,
        *map(Hint, _how(listed)),
    )


def record_table(noun: Noun, listed: list[Record]) -> Table:
    """Return a table of records; empty columns are left out."""
    used = [name for name in noun.table if any(texts_of(each.value, name) for each in listed)]
    heads = [name.replace("_", " ").replace(".", " ").capitalize() for name in used]
    columns = (Column("", most=_MOST), *(Column(head, most=_MOST) for head in heads))
    rows = tuple(cells(each.key, *(_cell(noun, each, name) for name in used)) for each in listed)
    squeezed = tuple((head, _LEAST) for head in reversed(heads[:-1]))
    return Table(columns, rows, squeezed=squeezed, wrapped=True)


def _cell(noun: Noun, record: Record, name: str) -> str:
    """Return a field's values, by the signs that people type for them if there are any."""
    texts = texts_of(record.value, name)
    signs = next((each.signs for each in noun.short if each.field == name), {})
    known = {value: sign for sign, value in signs.items()}
    return "".join(known[each] for each in texts) if known else ", ".join(texts)


def _how(listed: Listed) -> list[str]:
    """Return the commands that add, change and remove one."""
    noun, field = listed.noun, listed.noun.field(listed.noun.example)
    command = f"tas {noun.command} {listed.id}"
    dated = field is not None and field.kind.error == "date"
    given = f"{noun.example}={'YYYY-MM-DD' if dated else _TEXT}"
    group = listed.group or noun.new
    first = f"{group} " if group else ""
    new = noun.added or f"{first}{given}"
    added = [f"Add: `{command} {new}`"] if noun.new is not None else []
    if not listed.records:
        return added
    key = listed.records[-1].key
    return [
        *added,
        f"Change: `{command} {key} {noun.changed or given}`",
        f"Remove: `{command} {key} --remove`",
    ]


def written(effect: RecordEffect) -> Page:
    """Report a change to a record, field by field."""
    noun, before, after = effect.made.noun, effect.made.before, effect.made.after
    if not any(each.changed for each in written_by(effect)):
        return (
            line((f"{effect.id}: {noun.one} {effect.made.key} already has these values.", STRONG)),
        )
    what = "changed" if before and after else "added" if after else "removed"
    fields = []
    for field in fields_of(noun.model):
        if field.name == noun.key_field and not (before and after):
            continue
        was, now = (", ".join(texts_of(each, field.name)) for each in (before, after))
        if was != now:
            unsaid = " (by default)" if field.name in effect.defaults else ""
            words = (f"{was} → " if was else "", DIM), (now or "none", STRONG), (unsaid, DIM)
            fields.append(item(*words, mark=f"  {field.name.rstrip('.')}  "))
    return (
        line((f"{effect.id}: {noun.one} {effect.made.key} {what}.", STRONG)),
        items(fields, 16),
        paragraph(effect.also or _instead_of(effect.made)),
        *map(written_to, written_by(effect)),
    )


def _instead_of(made: Change) -> str:
    """Return what became of the record from which one was made, and what it had more of."""
    was = made.instead_of
    if was is None:
        return ""
    if was.after:
        return f"{was.called.capitalize()} is followed up as this {made.noun.one} from now on."
    had = (each.name for each in was.noun.fields if texts_of(was.before, each.name))
    lost = [name for name in had if not made.noun.field(name)]
    along = f" with its {enumerated(lost)}" if lost else ""
    return f"{was.called.capitalize()} left the plan{along}."


def written_by(effect: RecordEffect) -> list[Written[FileModel]]:
    """Return the files that a change was written to, or the one that needed none."""
    both = [each for each in (effect.written, effect.shared) if each]
    return [each for each in both if each.changed] or both[:1]
