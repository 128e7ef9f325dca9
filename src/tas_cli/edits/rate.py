"""Ratings of a day as edits of the file (method, section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import scorecard
from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.model.paths import value_at
from tas_cli.model.scalars import Rating
from tas_cli.source.edit import Edit, Insert, Put

_RATING = "rating"


class RatedCell(NamedTuple):
    """A cell that was rated or confirmed; a confirmed one has the rating that it had before.

    An empty note takes away the one that the cell has; None leaves it.
    """

    criterion: str
    party: str
    rating: Rating
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @property
    def where(self) -> CellKey:
        """Which cell it is."""
        return self.criterion, self.party


Losses = list[tuple[RatedCell, Cell]]
"""Cells that get another sign, each with what it was until then."""


def rate(
    opportunity: Opportunity, day: date, cells: Iterable[RatedCell], by: str | None = None
) -> list[Edit]:
    """Return the edits that put cells into the assessment of a day, which is made if need be.

    The assessment holds these cells and nothing else; one that the day has already is completed,
    and a cell in it that gets another sign loses the evidence of the old one: see `discarded`.
    """
    ordered = _in_order(opportunity, cells)
    if not ordered:
        return []
    emptied = [cell for cell in ordered if cell.note == ""]
    without = _notes_away(opportunity, day, emptied) if emptied else ()
    return [*_rated(opportunity, day, ordered, by), *without]


def discarded(opportunity: Opportunity, day: date, cells: Iterable[RatedCell]) -> Losses:
    """Return the cells that lose evidence, each with what the day's assessment has of it.

    Evidence belongs to a sign, and a cell has one sign a day.
    """
    return [
        (cell, before)
        for cell in cells
        for before in stated_on(opportunity, day, cell.where)
        if before.evidence and before.rating != cell.rating
    ]


def stated_on(opportunity: Opportunity, day: date, where: CellKey) -> list[Cell]:
    """Return what the assessment of a day says of a cell; a file may have several of one day."""
    stated = [each.cell(*where) for each in opportunity.assessments if each.date == day]
    return [cell for cell in stated if cell is not None]


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


def _notes_away(opportunity: Opportunity, day: date, cells: Iterable[RatedCell]) -> Iterator[Edit]:
    """Yield the edits that take notes away: a cell has them from wherever its sign was stated."""
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
    """Sort cells by criterion and party; of several for one cell the last one counts."""
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
    """Yield the edits of a cell that stands in the day's assessment, or is to stand there."""
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
