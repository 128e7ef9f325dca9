"""When a deal began: nothing was known about it before that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.process import day_of
from tas_cli.model.opportunity import Opportunity


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
