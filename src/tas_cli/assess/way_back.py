"""The way back from the customer's date: by when each step that is left has to be done.

The sales steps (method, section 8) end with the signature, so their days are counted back from the
expected close, or from the compelling event if the deal has no close date (our reading). The step
being worked on needs its usual days less those spent in it, never fewer than 0; each later step
needs its usual days. The customer's own dates go before those counted back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.process import StepState, usual_days_ahead
from tas_cli.method.catalogue import SalesStep

CLOSE: Literal["expected_close"] = "expected_close"
EVENT: Literal["compelling_event"] = "compelling_event"
Source = Literal["expected_close", "compelling_event"]


class Stop(NamedTuple):
    """An outcome that has no evidence yet, and the day by which the buyer has to reach it.

    If it is `agreed`, the day is the customer's own. It is `late` if the usual days of the later
    steps do not fit between that day and the one counted back from.
    """

    outcome: str
    title: str
    day: date
    agreed: bool
    late: bool


class Stretch(NamedTuple):
    """A step that is left: the days it still needs, and the last days to begin and to end it."""

    step: SalesStep
    days: int
    begin: date
    end: date
    stops: tuple[Stop, ...]


class Squeeze(NamedTuple):
    """A customer's date with fewer days until then than the steps before it usually take."""

    outcome: str
    day: date
    needed: int
    left: int

    @property
    def short(self) -> int:
        """How many days are missing."""
        return self.needed - self.left


class WayBack(NamedTuple):
    """The way from a day to `until`, the date counted back from.

    `needed` are the usual days of the steps that are left, `left` the days until then, below 0 if
    it has passed. `others` are the customer's dates for what no step on the way has left, such as a
    vote of its board.
    """

    until: date
    source: Source
    stretches: tuple[Stretch, ...]
    needed: int
    left: int
    others: tuple[tuple[str, date], ...]

    @property
    def short(self) -> int:
        """How many days are missing; 0 if the usual steps fit."""
        return max(0, self.needed - self.left)

    def squeezed(self, today: date) -> Squeeze | None:
        """Return the customer's date that lacks the most days, if it lacks more than `until`."""
        found, before = [], 0
        for each in self.stretches:
            agreed = (stop for stop in each.stops if stop.agreed and before)
            found += [Squeeze(s.outcome, s.day, before, (s.day - today).days) for s in agreed]
            before += each.days
        tightest = max(found, key=attrgetter("short"), default=None)
        return tightest if tightest and tightest.short > self.short else None


def counted_from(deal: DealOnDay) -> tuple[date, Source] | None:
    """Return the date to count back from and what it is; None if the deal has neither."""
    close, event = deal.opportunity.expected_close, deal.opportunity.compelling_event
    if close:
        return close, CLOSE
    return (event.date, EVENT) if event and event.date else None


def way_back(deal: DealOnDay) -> WayBack | None:
    """Return the way back; None for a deal that has ended or has no date to count back from."""
    start = counted_from(deal) if deal.open else None
    if start is None:
        return None
    dates, ahead = _agreed_dates(deal), _ahead(deal)
    until, source = start
    needed = usual_days_ahead(ahead[0].step, deal.standing.days, deal.process) if ahead else 0
    return WayBack(
        until,
        source,
        _stretches(ahead, needed, until, dates),
        needed,
        (until - deal.day).days,
        _others(deal.standing.states, ahead, dates),
    )


def _agreed_dates(deal: DealOnDay) -> Mapping[str, date]:
    plan = deal.opportunity.close_plan
    return plan.dates if plan else {}


def customers_dates(deal: DealOnDay) -> Mapping[str, date]:
    """Return the customer's dates for what has no evidence yet, by name."""
    done = {key for state in deal.standing.states for key in state.shown}
    return {key: day for key, day in _agreed_dates(deal).items() if key not in done}


def _ahead(deal: DealOnDay) -> tuple[StepState, ...]:
    """Return the steps that are left: the one to work on, and those after it."""
    current = deal.standing.current
    return deal.standing.states[current.step.number - 1 :] if current else ()


def _stretches(
    ahead: tuple[StepState, ...], needed: int, until: date, dates: Mapping[str, date]
) -> tuple[Stretch, ...]:
    """Return the steps from the first to the last, counted back from the last."""
    first = needed - sum(state.step.days for state in ahead[1:])
    back: list[Stretch] = []
    for state in reversed(ahead):
        end = min((back[-1].begin, *(stop.day for stop in back[-1].stops))) if back else until
        days = first if state is ahead[0] else state.step.days
        stops = tuple(_stops(state, end, _own(state, ahead, dates)))
        back.append(_stretch(state.step, days, end, stops))
    return tuple(reversed(back))


def _own(
    state: StepState, ahead: Iterable[StepState], dates: Mapping[str, date]
) -> Mapping[str, date]:
    """Return the customer's dates for a step; an outcome of two steps is that of the first."""
    taken = {key for each in ahead if each.step.number < state.step.number for key in each.lacking}
    return {key: day for key, day in dates.items() if key in state.lacking and key not in taken}


def _stops(state: StepState, end: date, own: Mapping[str, date]) -> Iterator[Stop]:
    """Yield the outcomes that a step lacks, each by the customer's day or the end of the step."""
    for outcome in state.step.outcomes:
        if outcome.key in state.lacking:
            day = own.get(outcome.key, end)
            yield Stop(outcome.key, outcome.title, day, outcome.key in own, late=day > end)


def _stretch(step: SalesStep, days: int, end: date, stops: tuple[Stop, ...]) -> Stretch:
    """Return a step that ends on a day, or earlier if the customer gave a day for all it lacks."""
    if stops and all(each.agreed for each in stops):
        end = min(end, max(each.day for each in stops))
    return Stretch(step, days, _before(end, days), end, stops)


def _before(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))


def _others(
    states: Iterable[StepState], ahead: Iterable[StepState], dates: Mapping[str, date]
) -> tuple[tuple[str, date], ...]:
    """Return the customer's dates for what is neither left on the way nor done, by day."""
    known = {key for state in ahead for key in state.lacking}
    known |= {key for state in states for key in state.shown}
    left = ((key, day) for key, day in dates.items() if key not in known)
    return tuple(sorted(left, key=itemgetter(1)))
