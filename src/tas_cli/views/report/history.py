"""What changed in a deal, on a page: a row for each of the last days, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tas_cli.assess.log import Entry, Step, log, recorded
from tas_cli.assess.sheet import Sheet
from tas_cli.views.changes import changes
from tas_cli.views.page import DIM, Block, Column, Item, On, Part, Table, Words, items, paragraph
from tas_cli.views.words import short_day
from tas_cli.words import counted

_DAYS, _CHANGES = 12, 2
"""How many days are shown, and how many changes of each before the others are on demand."""


def history(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield what changed on each of the last days on which the file records something.

    What it means comes first; all changes of a day, with their evidence, are on demand. A new deal
    in which nothing has changed since has nothing to show.
    """
    days = recorded(sheet.opportunity, sheet.day)
    entries = log(days[-_DAYS - 1 :], sheet.settings, sheet.account)[: -_DAYS - 1 : -1]
    if not all(each.difference.new for each in entries):
        found = [[*changes(each.difference)] for each in entries]
        rows = (_row(each, some, sheet) for each, some in zip(entries, found, strict=True))
        columns = (Column("Day", right=True), Column("What changed"), Column("By", On.FULL))
        yield Table(columns, tuple(rows), details=tuple(map(_details, found)))
        first = entries[-1].step.day
        yield from _left_out([each for each in days if each.day < first])


def _row(entry: Entry, found: Sequence[Item], sheet: Sheet) -> tuple[Words, ...]:
    step, rest = entry.step, len(found) - _CHANGES
    first = (part for each in found[:_CHANGES] for part in (" · ", *each.words))
    more: tuple[Part, ...] = ((f", and {rest} more", DIM),) if rest > 0 else ()
    what = (*(part for at, part in enumerate(first) if at), *more)
    return (short_day(step.day, sheet.day),), what, (", ".join(step.by),)


def _details(found: Sequence[Item]) -> tuple[Block, ...]:
    """Return all changes of a day, unless the row says as much."""
    shown = len(found) <= _CHANGES and not any(each.below for each in found)
    return () if shown else (items(found),)


def _left_out(before: Sequence[Step]) -> Iterator[Block]:
    if before:
        days = counted(len(before), "earlier day")
        yield paragraph((f"Left out: {days}, {before[0].day} to {before[-1].day}.", DIM))
