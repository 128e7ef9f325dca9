"""What an opportunity's assessments say about its cells, and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.model.scalars import Rating

Statement = tuple[int, Cell]
"""What an assessment says about a cell, with the assessment's index in the file."""
Proof = tuple[int, Evidence]
"""An entry of evidence, with its assessment's index in the file."""


class Statements(dict[str, dict[str, list[Statement]]]):
    """What some assessments say, by party and criterion, in their order.

    A party's column is collected on first use: for most competitors the newest signs are enough.
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
    """Return the last sign by criterion and party; the assessments are given oldest first."""
    return {
        (criterion, party): cell.rating
        for index in indexes
        for criterion, cells in opportunity.assessments[index].ratings.items()
        for party, cell in cells.items()
    }


def course(said: Iterable[Statement]) -> list[Statement]:
    """Return the statements with which a sign changed between + and -, the first one included.

    A `?` claims nothing and is left out.
    """
    known = (each for each in said if each[1].rating != "?")
    return [next(same) for _, same in groupby(known, lambda each: each[1].rating)]


def given_since(said: list[Statement]) -> list[Proof]:
    """Return the evidence collected since a cell got its newest sign."""
    proofs: list[Proof] = []
    sign = said[-1][1].rating
    for index, cell in reversed(said):
        if cell.rating != sign:
            break
        for entry in cell.evidence:
            if entry.given:
                proofs.append((index, entry))  # noqa: PERF401 - there is usually only one
    return proofs
