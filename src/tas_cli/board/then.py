"""A deal's facts on the evening before changes count, and how its ratings turned since; pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.tally import WEIGHT
from tas_cli.board.line import Then
from tas_cli.board.scope import iso, shifted
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.opportunity import Closed, Opportunity
from tas_cli.reading.owners import Owners


def earlier(deal: DealOnDay, since: date, owners: Owners, began: date | None) -> dict[str, Any]:
    """Return the fields of a line that say what was before a day: `earlier`, `worse`, `better`.

    `began` is the first day on which the file records something.
    """
    evening = shifted(since, -1)
    if began is not None and began > evening:
        return {"earlier": None, "worse": [], "better": []}
    if _is_as_before(deal, evening):
        return {"earlier": (), "worse": [], "better": []}
    before = _on(evening, deal)
    then, now = _facts(before, owners), _facts(deal, owners)
    worse, better = _turned(before, deal) if deal.open and before.past else ([], [])
    return {"earlier": () if then == now else then, "worse": worse, "better": better}


def _is_as_before(deal: DealOnDay, evening: date) -> bool:
    """Whether nothing in a deal is dated later than an evening: this saves comparing the two.

    What is dated in a process takes as long to look at as to compare.
    """
    opportunity = deal.opportunity
    return opportunity.process is None and not any(
        day is not None and day > evening for day in _days(opportunity, deal.day)
    )


def _days(opportunity: Opportunity, day: date) -> Iterator[date | None]:
    """Yield the days from which something is so, process aside."""
    yield from (each.date for each in opportunity.assessments if each.date <= day)
    yield from (each.date for each in opportunity.history)
    yield from (each.out.date for each in opportunity.competitors.values() if each.out)
    if opportunity.strategy:
        yield opportunity.strategy.since
        yield from (each.date for each in opportunity.strategy.answers.values())
    yield opportunity.on_hold.since if opportunity.on_hold else None
    yield opportunity.closed.date if opportunity.closed else None


def _on(evening: date, deal: DealOnDay) -> DealOnDay:
    """Return a deal as it was on an evening; what did not change since is not computed again."""
    then = DealOnDay.of(deal.opportunity, deal.settings, evening)
    if len(then.past) == len(deal.past):
        then.signs = deal.signs
        if then.facts == deal.facts:
            then.decision = deal.decision
    return then


def _facts(deal: DealOnDay, owners: Owners) -> Then:
    opportunity, decision = deal.opportunity, deal.decision
    supported = deal.standing.supported if opportunity.process else None
    return Then(
        person=owners.person(opportunity.owner),
        currency=deal.currency,
        amount=None if opportunity.amount is None else f"{opportunity.amount:f}",
        status=opportunity.status,
        close=iso(opportunity.expected_close),
        ended=iso((opportunity.closed or Closed()).date),
        called=opportunity.forecast,
        held=opportunity.on_hold is not None,
        step=opportunity.step,
        supported=supported.key if supported else None,
        chosen=opportunity.chosen,
        recommended=decision.recommended,
        reachable=list(decision.reachable),
        assessed=bool(deal.past),
    )


def _turned(then: DealOnDay, now: DealOnDay) -> tuple[list[str], list[str]]:
    """Return the criteria where our sign got worse, and better; never rated counts as `?`."""
    if len(then.past) == len(now.past):
        return [], []
    turns = {key: WEIGHT[now.sign(key)] - WEIGHT[then.sign(key)] for key in criterion_keys()}
    worse = [key for key, turn in turns.items() if turn < 0]
    return worse, [key for key, turn in turns.items() if turn > 0]
