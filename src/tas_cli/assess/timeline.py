"""The plan in time: what is to be done and what happens, each on its day (method, section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple

from tas_cli.assess.actions import numbered_actions
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import in_time_order
from tas_cli.assess.way_back import WayBack, customers_dates, way_back
from tas_cli.words import spelled

MomentKind = Literal["tactic", "action", "meeting", "customer", "event", "close"]
State = Literal["open", "done", "late"]


class Moment(NamedTuple):
    """Something on a day, None if it has none yet: what, and who does it or whom we meet.

    Late is what is overdue, and a date of the customer that has passed or leaves too few days for
    the steps after it.
    """

    kind: MomentKind
    what: str
    day: date | None
    state: State = "open"
    who: str = ""
    time: str = ""

    @property
    def ours(self) -> bool:
        """Whether it is something that we do, rather than something that happens."""
        return self.kind in ("tactic", "action")


class Timeline(NamedTuple):
    """Everything in order of time, what has no day yet, and the way back, None without one."""

    today: date
    dated: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    back: WayBack | None

    @property
    def ours(self) -> tuple[Moment, ...]:
        """What we do, on its days."""
        return tuple(each for each in self.dated if each.ours)

    @property
    def customers(self) -> tuple[Moment, ...]:
        """What the customer does, meetings, and the close."""
        return tuple(each for each in self.dated if not each.ours)


def timeline(deal: DealOnDay) -> Timeline:
    """Return the plan of a deal in time."""
    back = way_back(deal)
    found = [*_tactics(deal), *_actions(deal), *_customers(deal, back), *_events(deal)]
    dated = sorted((each for each in found if each.day is not None), key=attrgetter("day"))
    return Timeline(deal.day, tuple(dated), tuple(each for each in found if each.day is None), back)


def _tactics(deal: DealOnDay) -> Iterator[Moment]:
    for each in in_time_order(deal.opportunity):
        tactic = each.tactic
        state: State = "late" if each.overdue(deal.day) else "open" if each.open else "done"
        day, time = tactic.done or tactic.due, "" if tactic.done else tactic.time or ""
        yield Moment("tactic", tactic.what, day, state, tactic.owner or "", time)


def _actions(deal: DealOnDay) -> Iterator[Moment]:
    """Yield the action items that are still to be done."""
    for each in numbered_actions(deal.opportunity):
        if each.open(deal.day):
            state: State = "late" if each.overdue(deal.day) else "open"
            action = each.action
            yield Moment("action", action.what, action.due, state, action.owner or "")


def _customers(deal: DealOnDay, back: WayBack | None) -> Iterator[Moment]:
    """Yield the customer's dates for what has no evidence yet; of a deal that has ended, none."""
    stretches = back.stretches if back else ()
    late = {stop.outcome for each in stretches for stop in each.stops if stop.late}
    for key, day in customers_dates(deal).items() if deal.open else ():
        state: State = "late" if key in late or day < deal.day else "open"
        yield Moment("customer", spelled(key), day, state)


def _events(deal: DealOnDay) -> Iterator[Moment]:
    """Yield the next meeting, by when the customer must act, and when the deal closes or did."""
    facts = deal.opportunity
    if facts.closed:
        yield from (Moment("close", "", day, "done") for day in (facts.closed.date,) if day)
    if not deal.open:
        return
    if (meeting := facts.next) and (meeting.date or meeting.what or meeting.people):
        whom = deal.speakers.listed(meeting.people)
        yield Moment("meeting", meeting.what or "", meeting.date, _past(meeting.date, deal), whom)
    if (event := facts.compelling_event) and event.date:
        yield Moment("event", event.what or "", event.date)
    if close := facts.expected_close:
        yield Moment("close", "", close, _past(close, deal))


def _past(day: date | None, deal: DealOnDay) -> State:
    return "late" if day and day < deal.day else "open"
