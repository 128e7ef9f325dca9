"""When the expected close was moved to a later date, as `history:` keeps it; pure."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from tas_cli.model.opportunity import Change, Opportunity
from tas_cli.model.tracked import tracked_value

_FIELD = "expected_close"


class Slip(NamedTuple):
    """A move to a later date: when, at which place in `history`, and by how many days."""

    day: date
    place: int
    days: int


def slips(opportunity: Opportunity, day: date) -> list[Slip]:
    """Return how often the expected close slipped by a day, the first time first."""
    return sorted(
        Slip(change.date, place, days)
        for place, change in enumerate(opportunity.history)
        if change.date <= day and (days := _later_by(change)) > 0
    )


def _later_by(change: Change) -> int:
    """Return by how many days a change moved the expected close; 0 for any other change."""
    if change.field == _FIELD and change.before and change.after:
        with suppress(ValueError):
            before, after = (tracked_value(_FIELD, text) for text in (change.before, change.after))
            return int((after - before).days)
    return 0
