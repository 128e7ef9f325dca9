"""What changed between two days."""

from __future__ import annotations

from typing import Any, NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.method.cells import cell_keys
from tas_cli.model.scalars import Rating


class RatingChange(NamedTuple):
    """A cell whose sign changed; `first` if it was rated for the first time."""

    criterion: str
    party: str
    before: Rating
    after: Rating
    first: bool


class FieldChange(NamedTuple):
    """A field with its values before and after; None if it has no value."""

    field: str
    before: Any
    after: Any


def changes(before: Scorecard, after: Scorecard) -> list[RatingChange]:
    """Return the cells that changed or were rated for the first time, by criterion and party.

    Cells of a competitor that is only in one of the states count as not rated in the other.
    """
    found = []
    for key in cell_keys(dict.fromkeys((*after.parties, *before.parties))):
        old, new = before.cell(*key), after.cell(*key)
        if old.rating != new.rating or (new.rated and not old.rated):
            found.append(RatingChange(*key, old.rating, new.rating, first=not old.rated))
    return found
