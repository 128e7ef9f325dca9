"""When a deal and its map began: nothing was known about them before that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.process import day_of
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.tracked import is_person


def begun(opportunity: Opportunity) -> date | None:
    """Return the first day on which a file records something, None if it has no dates.

    Future dates, such as the expected close, and dates of evidence do not count.
    """
    return min(dates(opportunity), default=None)


def dates(opportunity: Opportunity) -> Iterator[date]:
    """Yield the days on which a file records something."""
    yield from (each.date for each in opportunity.assessments)
    yield from (each.date for each in opportunity.debriefs)
    yield from (each.date for each in opportunity.history)
    for record in opportunity.process.steps.values() if opportunity.process else ():
        outcomes = map(day_of, record.outcomes.values())
        yield from (day for day in (record.started, record.completed, *outcomes) if day)
    named = (
        opportunity.strategy and opportunity.strategy.since,
        opportunity.closed and opportunity.closed.date,
    )
    yield from (day for day in named if day)


def on_map_after(day: date, opportunity: Opportunity, account: Account | None) -> date | None:
    """Return when the first person after a day was added to the deal or its account, if any."""
    changes = (*opportunity.history, *(account.history if account else ()))
    added = (each.date for each in changes if is_person(each.field) and each.after)
    return min((each for each in added if each > day), default=None)
