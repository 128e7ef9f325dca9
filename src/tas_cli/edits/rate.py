"""Edits that rate the cells of a day (method, section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import scorecard
from tas_cli.diagnostics import Path
from tas_cli.edits.unrate import entries
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.model.paths import value_at
from tas_cli.model.scalars import Rating
from tas_cli.source.edit import Edit, Insert, Put

_RATING = "rating"


class RatedCell(NamedTuple):
    """A cell to rate or confirm; a confirmed cell keeps its previous rating.

    An empty note removes the cell's note; None leaves it.
    """

    criterion: str
    party: str
    rating: Rating
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @property
    def where(self) -> CellKey:
        """The cell's key."""
        return self.criterion, self.party


Losses = list[tuple[RatedCell, Cell]]
"""Cells that get a different sign, each with its previous content."""


def rate(
    opportunity: Opportunity, day: date, cells: Iterable[RatedCell], by: str | None = None
) -> list[Edit]:
    """Return the edits that put cells into a day's assessment, creating it if necessary.

    A new assessment holds only these cells. An existing one is extended, and a cell in it that
    gets a different sign loses the evidence for the old sign: see `discarded`.
    """
    ordered = _in_order(opportunity, cells)
    if not ordered:
        return []
    emptied = [cell for cell in ordered if cell.note == ""]
    without = _notes_removed(opportunity, day, emptied) if emptied else ()
    return [*_rated(opportunity, day, ordered, by), *without]


def discarded(opportunity: Opportunity, day: date, cells: Iterable[RatedCell]) -> Losses:
    """Return the cells that lose evidence, each with its content in the day's assessment.

    Evidence belongs to a sign, and a cell has one sign per day.
    """
    return [
        (cell, before)
        for cell in cells
        for _, before in entries(opportunity, cell.where, day)
        if before.evidence and before.rating != cell.rating
    ]


def _rated(
    opportunity: Opportunity, day: date, ordered: Sequence[RatedCell], by: str | None
) -> Iterator[Edit]:
    days = [assessment.date for assessment in opportunity.assessments]
    if day not in days:
        yield Insert(("assessments",), _assessment(day, ordered, by))
        return
    for cell in ordered:
        path = ("assessments", days.index(day), "ratings", *cell.where)
        yield from _completed(path, value_at(opportunity, path), cell)


def _notes_removed(
    opportunity: Opportunity, day: date, cells: Iterable[RatedCell]
) -> Iterator[Edit]:
    """Yield the edits that remove notes from wherever the cell's current sign was stated."""
    before = scorecard(opportunity, day)
    for cell in cells:
        state = before.cell(*cell.where)
        if state.since is None:
            continue
        since = state.since if state.rating == cell.rating else day
        for index, assessment in enumerate(opportunity.assessments):
            there = assessment.cell(*cell.where)
            if there and there.note and since <= assessment.date <= day:
                yield Put(("assessments", index, "ratings", *cell.where, "note"), "", _RATING)


def _in_order(opportunity: Opportunity, cells: Iterable[RatedCell]) -> list[RatedCell]:
    """Sort cells by criterion and party; if a cell occurs more than once, the last one wins."""
    criteria, parties = criterion_keys(), (US, *opportunity.competitors)
    latest = {cell.where: cell for cell in cells}
    return sorted(
        latest.values(),
        key=lambda cell: (criteria.index(cell.criterion), parties.index(cell.party)),
    )


def _assessment(day: date, cells: Sequence[RatedCell], by: str | None) -> dict[str, object]:
    ratings: dict[str, dict[str, Cell]] = {}
    for cell in cells:
        ratings.setdefault(cell.criterion, {})[cell.party] = _stated(cell)
    return {"date": day, "by": by, "ratings": ratings}


def _stated(cell: RatedCell) -> Cell:
    return Cell(rating=cell.rating, evidence=list(cell.evidence), note=cell.note or None)


def _completed(path: Path, before: Cell | None, cell: RatedCell) -> Iterator[Edit]:
    """Yield the edits that add a cell to an existing assessment, or update it there."""
    if before is None:
        yield Put(path, _stated(cell))
        return
    kept = before.evidence
    if before.rating != cell.rating:
        kept = []
        yield Put((*path, _RATING), cell.rating, _RATING)
        yield Put((*path, "evidence"), "", _RATING)
    for entry in cell.evidence:
        if entry not in kept:
            yield Insert((*path, "evidence"), entry, _RATING)
    if cell.note and cell.note != before.note:
        yield Put((*path, "note"), cell.note, _RATING)
