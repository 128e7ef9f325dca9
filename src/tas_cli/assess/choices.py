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
    """Return all choices that a file records, oldest first.

    One without a first day of its own began when it replaced the one before.
    """
    changes = sorted(
        (each for each in opportunity.history if each.field == CHOSEN), key=lambda each: each.date
    )
    found = []
    began = None
    for change in changes:
        if change.before:
            found.append(_choice(change.before, change, change.since or began, change.date))
        began = change.date
    now = opportunity.strategy
    if now and now.chosen:
        found.append(_choice(now.chosen, now, now.since or began, None))
    return tuple(found)


def _choice(
    strategy: str, record: Change | ChosenStrategy, since: date | None, until: date | None
) -> Choice:
    return Choice(strategy, record.variation, since, until, record.reason, record.by)
