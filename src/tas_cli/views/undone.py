"""What was taken back, and what can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.source.journal.entries import Entry
from tas_cli.undoing import Undone, deals_of
from tas_cli.views.changed import differences
from tas_cli.views.page import DIM, STRONG, Block, Column, Hint, Page, Table, Words, line, paragraph
from tas_cli.views.words import ago
from tas_cli.words import counted

_SEVERAL = 3
"""From how many deals on they are only counted."""
_COLUMNS = (
    Column("When"),
    Column("Command", least=20),
    Column("Changed", least=12),
)


class TakenBack(NamedTuple):
    """An entry that was taken back, its files, and whether it was only shown.

    With `redo`, the entry had taken back another one, which is there again.
    """

    entry: Entry
    files: tuple[Undone, ...]
    redo: bool
    dry_run: bool


def undone(done: TakenBack, today: date) -> Page:
    """Report what was taken back, or show what would be."""
    if done.dry_run:
        return differences(line for each in done.files for line in each.diff)
    how = "Brought back" if done.redo else "Took back"
    entry = done.entry
    said = paragraph(f"{how} `", (entry.short, STRONG), f"` ({_when(entry, today)}).")
    return [said, *map(_file, done.files), *_next(done)]


def _when(entry: Entry, today: date) -> str:
    return f"{ago((today - entry.time.date()).days)} {entry.time:%H:%M}"


def _file(each: Undone) -> Block:
    how = "Removed" if each.after is None else "Created" if each.before is None else "Saved"
    kept = "; what was changed since then is kept" if each.kept else ""
    return line((f"{how} {each.file}{kept}", DIM))


def _next(done: TakenBack) -> Iterator[Block]:
    if not done.redo:
        yield Hint("To bring it back: tas undo --redo")


def listed(entries: Sequence[Entry], today: date) -> Page:
    """List what can be taken back."""
    if not entries:
        return [paragraph("There is nothing to take back.")]
    rows = tuple(_row(each, today) for each in entries)
    return [Table(_COLUMNS, rows), Hint("To take back the newest: tas undo")]


def _row(entry: Entry, today: date) -> tuple[Words, ...]:
    return (_when(entry, today),), (entry.short,), (_extent(entry),)


def _extent(entry: Entry) -> str:
    """Return what a command changed: which deal, or how many files, and how much."""
    names = deals_of(entry) or list(dict.fromkeys(each.file for each in entry.changes))
    lines = sum(each.lines for each in entry.changes)
    made = [each.before is None for each in entry.changes]
    renamed = any(made) and any(each.after is None for each in entry.changes)
    how = "new" if all(made) else "renamed" if renamed else ""
    named = ", ".join(names) if len(names) < _SEVERAL else counted(len(names), "file")
    return f"{named}: {how or counted(lines, 'line')}"


def forgotten(number: int) -> Page:
    """Report that the journal is empty."""
    if not number:
        return [line("The journal is empty already.")]
    return [line(f"Forgot {counted(number, 'change')}: they can no longer be taken back.")]
