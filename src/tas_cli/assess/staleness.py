"""Whether a rating was not looked at for so long that it should be: the one place that says so."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import DEFAULT_STALE_AFTER, Settings


class Staleness(NamedTuple):
    """A day, and after how many days something last looked at is stale on it."""

    day: date
    after: int = DEFAULT_STALE_AFTER

    def is_stale(self, seen: date | None) -> bool:
        """Whether what was last looked at on `seen` is stale; what never was is not."""
        return seen is not None and (self.day - seen).days > self.after


def staleness(opportunity: Opportunity, settings: Settings, day: date) -> Staleness:
    """Return what is stale on a day, by the step that was worked on then.

    `opportunity` is as of that day: a step begun later sets no standard for an earlier day.
    """
    return Staleness(day, settings.stale_for(opportunity.step))
