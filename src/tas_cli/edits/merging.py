"""Edits that merge two assessments into one."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Path
from tas_cli.edits.redating import on_day
from tas_cli.method.cells import cell_code
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.refusals import Refused
from tas_cli.source.edit import Edit, Insert, Put

_RATING = "rating"


def merged(now: Opportunity, one: int, other: int) -> Iterator[Edit]:
    """Yield the edits that move the ratings of assessment `one` into `other`, and remove it.

    Where both rate a cell, the evidence of both is kept; what was said on the day of `one` is then
    of the other day. The author is that of `other`, if it has
    one.

    Raises:
        Refused: they rate a cell differently.
    """
    first, second = now.assessments[one], now.assessments[other]
    if differ := [cell_code(*where) for where in first.differing(second)]:
        raise Refused(
            f"{first.date} and {second.date} rate {', '.join(differ)} differently;"
            " nothing was saved.",
            f"Take one back first: `tas rate ID {differ[0]}= --date {first.date}`.",
        )
    if first.by and not second.by:
        yield Put(("assessments", other, "by"), first.by)
    for where in first.cells:
        path = ("assessments", other, "ratings", *where)
        cell = first.cell(*where)
        if cell:
            moved = on_day(cell, first.date, second.date)
            yield from _added(path, moved, second.cell(*where))
    yield Put(("assessments", one), "")


def _added(path: Path, cell: Cell, there: Cell | None) -> Iterator[Edit]:
    """Yield the edits that add a cell to what an assessment says about it already."""
    if there is None:
        yield Put(path, cell)
        return
    for entry in cell.evidence:
        if entry not in there.evidence:
            yield Insert((*path, "evidence"), entry, _RATING)
    if cell.note and not there.note:
        yield Put((*path, "note"), cell.note, _RATING)
