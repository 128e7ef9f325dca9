"""Edits that take ratings back, as if the cells had never been rated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.source.edit import Edit, Put


def unrate(
    now: Opportunity, cells: Collection[CellKey], day: date | None, *, extended: date | None = None
) -> Iterator[Edit]:
    """Yield the edits that remove cells from that day's assessment, or from all without a day.

    An assessment left without ratings is removed, unless other cells are rated on its day:
    `extended`. The edits run from the last assessment to the first, so that indexes stay right.
    """
    for at, each in reversed([*enumerate(now.assessments)]):
        stated = each.cells if day in (None, each.date) else []
        gone = [where for where in stated if where in cells]
        if gone and len(gone) == len(stated) and each.date != extended:
            yield Put(("assessments", at), "")
        else:
            yield from (Put(("assessments", at, "ratings", *where), "") for where in gone)


def taken_back(
    now: Opportunity, cells: Iterable[CellKey], day: date | None = None
) -> list[tuple[CellKey, date, Cell]]:
    """Return the evidence and notes that `unrate` removes: cell, day and what was stated."""
    return [
        (where, on, cell)
        for where in cells
        for on, cell in entries(now, where, day)
        if cell.evidence or cell.note
    ]


def entries(now: Opportunity, where: CellKey, day: date | None) -> list[tuple[date, Cell]]:
    """Return what that day's assessment states about a cell, or what all do without a day."""
    stated = [(each.date, each.cell(*where)) for each in now.assessments]
    return [(on, cell) for on, cell in stated if cell and day in (None, on)]
