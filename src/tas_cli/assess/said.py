"""All evidence that was known on a day: who said what, about which cell."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.cells import cell_keys
from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import Rating


class Said(NamedTuple):
    """A piece of evidence: the cell that it supports, that assessment's rating, and its day.

    Evidence without a day of its own has the day of its assessment.
    """

    criterion: str
    party: str
    rating: Rating
    day: date
    entry: Evidence


def said(deal: DealOnDay) -> tuple[Said, ...]:
    """Return all evidence that was known on the deal's day, by criterion and party."""
    found = [
        Said(criterion, party, cell.rating, entry.when or deal.date_of(index), entry)
        for index in deal.past
        for criterion, cells in deal.opportunity.assessments[index].ratings.items()
        for party, cell in cells.items()
        for entry in cell.evidence
        if entry.given and (entry.when or deal.date_of(index)) <= deal.day
    ]
    order = {key: place for place, key in enumerate(cell_keys(deal.card.parties))}
    return tuple(sorted(found, key=lambda each: order.get(each[:2], len(order))))
