"""The strategies chosen for a deal over time: the present one, and those that `history:` keeps."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.model.opportunity import Change, ChosenStrategy, Opportunity
from tas_cli.model.tracked import CHOSEN


class Choice(NamedTuple):
    """A strategy that was chosen; `until` is the day it was replaced, None if it still stands."""

    strategy: str
    variation: str | None
    since: date | None
    until: date | None
    reason: str | None
    by: str | None


def choices(opportunity: Opportunity) -> tuple[Choice, ...]:
    """Return all choices that a file records, oldest first."""
    replaced = sorted(
        (each for each in opportunity.history if each.field == CHOSEN and each.before),
        key=lambda each: each.date,
    )
    now = opportunity.strategy
    return (
        *(_choice(each.before or "", each, each.date) for each in replaced),
        *([_choice(now.chosen, now, None)] if now and now.chosen else []),
    )


def _choice(strategy: str, record: Change | ChosenStrategy, until: date | None) -> Choice:
    return Choice(strategy, record.variation, record.since, until, record.reason, record.by)
