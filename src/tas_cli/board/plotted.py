"""Computes a deal's points for the trend; pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.statements import newest_signs
from tas_cli.board.points import Point
from tas_cli.board.scope import RECENT, shifted
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners


def points(
    now: Opportunity, settings: Settings, owners: Owners, days: Iterable[date], began: date | None
) -> list[Point]:
    """Return an opportunity's points; `began` is the first day on which its file records one."""
    there = (day for day in days if began is None or began <= day)
    then = (DealOnDay.of(now, settings, day) for day in there)
    return [_point(deal, owners) for deal in then if deal.open]


def _point(deal: DealOnDay, owners: Owners) -> Point:
    opportunity = deal.opportunity
    standing = deal.standing if opportunity.process else None
    recent = shifted(deal.day, -RECENT)
    return Point(
        deal.day.isoformat(),
        owners.person(opportunity.owner),
        opportunity.currency or deal.settings.currency,
        None if opportunity.amount is None else f"{opportunity.amount:f}",
        standing.probability if standing else 0,
        standing.claimed_probability if standing else 0,
        _unknown(deal),
        int(any(recent <= each.date <= deal.day for each in opportunity.debriefs)),
    )


def _unknown(deal: DealOnDay) -> int:
    signs = newest_signs(deal.opportunity, deal.past)
    known = [signs.get((key, US), "?") != "?" for key in criterion_keys()]
    return len(known) - sum(known)
