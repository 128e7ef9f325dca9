"""What moved between two days."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard, places, scorecard
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating


class RatingChange(NamedTuple):
    """A cell whose sign is another now; `first` where it was rated for the first time."""

    criterion: str
    party: str
    before: Rating
    after: Rating
    first: bool


def changes(before: Scorecard, after: Scorecard) -> list[RatingChange]:
    """Return the cells that changed or were rated for the first time, by criterion and party."""
    found = []
    for criterion, party in places(after.parties):
        old, new = before.cell(criterion, party), after.cell(criterion, party)
        if old.rating != new.rating or (new.rated and not old.rated):
            found.append(
                RatingChange(criterion, party, old.rating, new.rating, first=not old.rated)
            )
    return found


def previous(opportunity: Opportunity, card: Scorecard) -> Scorecard | None:
    """Return the scorecard of the assessment before the newest one, None where there is none."""
    if len(card.dates) < 2:
        return None
    return scorecard(opportunity, card.dates[-2])
