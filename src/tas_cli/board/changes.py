"""What changed in a deal since a day, including that day: compared with the evening before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.as_of import as_of
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.tally import WEIGHT
from tas_cli.board.scope import shifted
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.opportunity import Opportunity


class Moves(NamedTuple):
    """What changed: ratings of ours for the worse or better, the close date, the step; new, closed.

    `slipped` has the close date before and now, if it is later now; `moved` has the step worked on
    before and now.
    """

    worse: list[str]
    better: list[str]
    slipped: list[str] | None = None
    moved: list[str | None] | None = None
    new: bool = False
    closed: bool = False


def moves(deal: DealOnDay, since: date) -> Moves:
    """Return what changed in a deal; a new deal is only new."""
    opportunity, evening = deal.opportunity, shifted(since, -1)
    before = as_of(opportunity, evening) if _dated(opportunity) else opportunity
    then = DealOnDay(before, deal.settings, evening)
    new, closed = bool(deal.past) and not then.past, then.open and not deal.open
    if new or not deal.open:
        return Moves([], [], new=new, closed=closed)
    return Moves(*_turned(then, deal), _slipped(before, opportunity), _moved(before, opportunity))


def postponed(opportunity: Opportunity, day: date) -> int:
    """Return how often the close date was moved to a later date."""
    return sum(
        change.field == "expected_close"
        and change.date <= day
        and bool(change.before)
        and bool(change.after)
        and str(change.before) < str(change.after)
        for change in opportunity.history
    )


def _dated(opportunity: Opportunity) -> bool:
    """Whether anything in the file dates changes of plain fields."""
    return bool(opportunity.history or opportunity.process or opportunity.closed)


def _turned(then: DealOnDay, now: DealOnDay) -> tuple[list[str], list[str]]:
    """Return the criteria where our sign got worse, and better; never rated counts as `?`."""
    if len(then.past) == len(now.past):
        return [], []
    turns = {key: WEIGHT[now.sign(key)] - WEIGHT[then.sign(key)] for key in criterion_keys()}
    worse = [key for key, turn in turns.items() if turn < 0]
    return worse, [key for key, turn in turns.items() if turn > 0]


def _slipped(before: Opportunity, now: Opportunity) -> list[str] | None:
    then, close = before.expected_close, now.expected_close
    if then is None or close is None or close <= then:
        return None
    return [then.isoformat(), close.isoformat()]


def _moved(before: Opportunity, now: Opportunity) -> list[str | None] | None:
    then, step = before.step, now.step
    return None if then == step else [then, step]
