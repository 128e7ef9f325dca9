"""The state of every cell on a day (method, section 2, and the contract on cells)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.statements import past
from tas_cli.method.catalogue import US, numbered
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Assessment, Cell, Opportunity
from tas_cli.model.scalars import Rating


class CellState(NamedTuple):
    """What is known about one party on one criterion.

    `stated` is the day of the newest assessment that states the rating, changed or not; `since` is
    the day from which the sign has been the same. A cell keeps its evidence as long as its sign;
    `shown` is the day of the latest evidence; undated evidence has the day of its assessment. A
    cell that no assessment states is `?` and has no dates.
    """

    rating: Rating = "?"
    stated: date | None = None
    since: date | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    shown: date | None = None

    @property
    def rated(self) -> bool:
        """Whether any assessment states it."""
        return self.stated is not None

    def age(self, day: date) -> int | None:
        """Return the days since it was last stated, None if it never was."""
        return (day - self.stated).days if self.stated else None

    def evidence_age(self, day: date) -> int | None:
        """Return the days since the latest evidence, None if there is none."""
        return (day - self.shown).days if self.shown else None


UNRATED = CellState()


class Scorecard(NamedTuple):
    """All cells on a day: `parties` are us and the competitors in the file's order.

    `dates` are the days of the assessments behind it, oldest first; `out` has the competitors that
    are out of the race.
    """

    day: date
    parties: tuple[str, ...]
    cells: dict[CellKey, CellState]
    dates: tuple[date, ...]
    out: frozenset[str] = frozenset()

    def cell(self, criterion: str, party: str) -> CellState:
        """Return the state of a cell."""
        return self.cells.get((criterion, party), UNRATED)

    def rating(self, criterion: str, party: str) -> Rating:
        """Return the sign of a cell, `?` if it was never rated."""
        return self.cell(criterion, party).rating

    @property
    def signs(self) -> dict[CellKey, Rating]:
        """The sign of every cell that was ever rated."""
        return {key: state.rating for key, state in self.cells.items()}

    def evidenced(self) -> Scorecard:
        """Return the scorecard with our `+` counted as `?` if they have no evidence.

        Our reading: a `+` must be accurate, known and favorable.
        """
        claimed = {
            key: state._replace(rating="?")
            for key, state in self.cells.items()
            if key[1] == US and state.rating == "+" and not state.evidence
        }
        return self._replace(cells=self.cells | claimed)


def scorecard(opportunity: Opportunity, day: date) -> Scorecard:
    """Return the state of every cell on `day`, from the assessments up to that day."""
    assessments = [opportunity.assessments[index] for index in past(opportunity, day)]
    cells: dict[CellKey, CellState] = {}
    for assessment in assessments:
        cells.update(_restated(cells, assessment))
    return _card(opportunity, day, cells, [each.date for each in assessments])


def scorecards(opportunity: Opportunity, day: date) -> Iterator[Scorecard]:
    """Yield the state of every cell on the day of each assessment up to `day`, oldest first."""
    cells: dict[CellKey, CellState] = {}
    dates: list[date] = []
    for index in past(opportunity, day):
        assessment = opportunity.assessments[index]
        cells = cells | dict(_restated(cells, assessment))
        dates.append(assessment.date)
        yield _card(opportunity, assessment.date, cells, dates)


def _card(
    opportunity: Opportunity, day: date, cells: dict[CellKey, CellState], dates: Iterable[date]
) -> Scorecard:
    parties = (US, *opportunity.competitors)
    out = frozenset(opportunity.competitors).difference(opportunity.competing(day))
    return Scorecard(day, parties, cells, tuple(dates), out)


def _restated(
    cells: dict[CellKey, CellState], assessment: Assessment
) -> Iterator[tuple[CellKey, CellState]]:
    """Yield the cells that an assessment states, with their state after it."""
    for criterion, column in assessment.ratings.items():
        for party, cell in column.items():
            key = criterion, party
            yield key, _stated(cells.get(key, UNRATED), cell, assessment.date)


def _stated(before: CellState, cell: Cell, day: date) -> CellState:
    """Return the cell's state after an assessment has stated it."""
    evidence = tuple(entry for entry in cell.evidence if entry.given)
    shown = max((entry.when or day for entry in evidence), default=None)
    if before.rated and before.rating == cell.rating:
        return before._replace(
            stated=day,
            evidence=before.evidence + evidence,
            note=cell.note or before.note,
            shown=max(filter(None, (before.shown, shown)), default=None),
        )
    return CellState(cell.rating, day, day, evidence, cell.note, shown)


def cell_name(opportunity: Opportunity, criterion: str, party: str) -> str:
    """Return a cell's name for people: #7 Solution fit, or #7 Solution fit for X-Sys."""
    whose = "" if party == US else f" for {opportunity.party_name(party)}"
    return numbered(criterion) + whose
