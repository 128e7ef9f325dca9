"""What an opportunity's assessments say of its cells, and the evidence that speaks for them."""

from __future__ import annotations

from datetime import date

from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.model.scalars import Rating

Statement = tuple[int, Cell]
"""What an assessment says of a cell, with the assessment's index in the file."""
Proof = tuple[int, Evidence]
"""An entry of evidence, with its assessment's index in the file."""


class Statements(dict[str, dict[str, list[Statement]]]):
    """By party and criterion, what some assessments say, in their order.

    A party's column is gone through when it is first asked for: of most competitors the newest
    signs will do.
    """

    def __init__(self, opportunity: Opportunity, indexes: list[int]) -> None:
        super().__init__()
        self._opportunity = opportunity
        self._indexes = indexes

    def __missing__(self, party: str) -> dict[str, list[Statement]]:
        column: dict[str, list[Statement]] = {}
        for index in self._indexes:
            for criterion, cells in self._opportunity.assessments[index].ratings.items():
                if party in cells:
                    column.setdefault(criterion, []).append((index, cells[party]))
        self[party] = column
        return column


def past(opportunity: Opportunity, day: date) -> list[int]:
    """Return the indexes, in the file, of the assessments on or before a day, oldest first."""
    assessments = opportunity.assessments
    found = [index for index, each in enumerate(assessments) if each.date <= day]
    return sorted(found, key=lambda index: assessments[index].date)


def newest_signs(opportunity: Opportunity, indexes: list[int]) -> dict[CellKey, Rating]:
    """Return the last sign that some assessments, oldest first, give each criterion and party."""
    return {
        (criterion, party): cell.rating
        for index in indexes
        for criterion, cells in opportunity.assessments[index].ratings.items()
        for party, cell in cells.items()
    }


def given_since(said: list[Statement]) -> list[Proof]:
    """Return the evidence that a cell's newest sign has gathered."""
    proofs: list[Proof] = []
    sign = said[-1][1].rating
    for index, cell in reversed(said):
        if cell.rating != sign:
            break
        for entry in cell.evidence:
            if entry.given:
                proofs.append((index, entry))  # noqa: PERF401 - most often it is one
    return proofs
