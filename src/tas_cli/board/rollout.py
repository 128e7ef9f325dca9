"""How far a roll-out has come: opportunities entered, graded and reviewed by days 30, 60 and 90.

After the roll-out calendar of a manager (method, section 8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.board.board import Row
from tas_cli.board.line import Line
from tas_cli.board.work import Scope, shifted
from tas_cli.source.characters import folded


class Mark(NamedTuple):
    """A day of the calendar: `aim` is the share of deals that should be reviewed, in percent."""

    days: int
    aim: int


CALENDAR = (Mark(30, 50), Mark(60, 100), Mark(90, 100))


DEBRIEFS_EACH = 2
"""The debriefs that the calendar wants with each rep by day 30."""
_DUTIES = (
    (1, "kick off with the unit"),
    (2, "hold two debriefs with each rep; have new deals entered and graded; agree on actions"),
    (4, "follow up every action; half of each rep's deals brought up to date correctly"),
    (5, "confirm half of all deals; debrief the key ones"),
    (8, "remind all that every deal is due by day 60; follow up actions at every review"),
    (12, "hold planning sessions; follow up actions"),
    (13, "assess the unit, with action plans for the next level up"),
)
"""What a manager does, by the last week that it holds for."""


class Rep(NamedTuple):
    """An owner, None for deals of nobody: the deals in view, and the debriefs since it began."""

    name: str | None
    deals: int
    debriefs: int


class Stand(NamedTuple):
    """What was reached by a day; the figures are None where the day has not come.

    Of the deals in view: `entered` have an assessment, `graded` have all ratings that the standard
    asks for, `reviewed` were brought up to date since the roll-out began. `debriefs` are those
    held since then.
    """

    days: int
    date: date
    aim: int | None
    entered: int | None = None
    graded: int | None = None
    reviewed: int | None = None
    debriefs: int | None = None


class Rollout(NamedTuple):
    """The roll-out: its first day, the deals and owners in view, the calendar's days and today."""

    day: date
    began: date | None
    deals: int
    reps: int
    stands: tuple[Stand, ...]
    broken: tuple[str, ...]
    by_rep: tuple[Rep, ...] = ()

    @property
    def week(self) -> int | None:
        """The week of the roll-out, from 1; None before it has begun."""
        return (self.day - self.began).days // 7 + 1 if self.began else None

    @property
    def duty(self) -> str | None:
        """What the calendar has a manager do this week; None when it is over."""
        week = self.week
        return next((duty for last, duty in _DUTIES if week and 0 < week <= last), None)

    def share(self, deals: int | None) -> int | None:
        """Return some of the deals in whole percent, rounded down."""
        return None if deals is None or not self.deals else deals * 100 // self.deals


def rollout(
    rows: Sequence[Row], scope: Scope, began: date | None, broken: Sequence[str]
) -> Rollout:
    """Return the roll-out of some deals; it began on their first assessment, or as given."""
    lines = [row.line for row in rows]
    firsts = [line.first for line in lines if line.first]
    if began is None and firsts:
        began = date.fromisoformat(min(firsts))
    view = [line for line in lines if began and _in_view(line, began.isoformat())]
    reps = {folded(line.person) for line in view if line.person}
    stands = _stands(view, began, scope.day) if began else ()
    by_rep = tuple(_by_rep(view, began, scope.day)) if began else ()
    return Rollout(scope.day, began, len(view), len(reps), stands, tuple(broken), by_rep)


def _by_rep(lines: Sequence[Line], began: date, day: date) -> Iterator[Rep]:
    """Yield the reps by name, deals of nobody last; capitals make no other person."""
    names: dict[str, str] = {}
    deals: dict[str | None, list[Line]] = {}
    for line in lines:
        name = names.setdefault(line.owner.casefold(), line.owner) if line.owner else None
        deals.setdefault(name, []).append(line)
    first, last = began.isoformat(), day.isoformat()
    for name in sorted(deals, key=lambda each: (each is None, (each or "").casefold())):
        held = sum(first <= each <= last for line in deals[name] for each in line.debriefs)
        yield Rep(name, len(deals[name]), held)


def _in_view(line: Line, began: str) -> bool:
    """Whether a deal was open at some time of the roll-out; an end without a day is none of it."""
    return line.open or (line.ended is not None and line.ended >= began)


def _stands(lines: Sequence[Line], began: date, day: date) -> tuple[Stand, ...]:
    stands = [_stand(lines, began, mark.days, mark.aim, day) for mark in CALENDAR]
    today = _stand(lines, began, (day - began).days, None, day)
    return tuple(sorted([*stands, today], key=lambda stand: (stand.days, stand.aim is None)))


def _stand(lines: Sequence[Line], began: date, days: int, aim: int | None, day: date) -> Stand:
    then = shifted(began, days)
    if then > day:
        return Stand(days, then, aim)
    first, last = began.isoformat(), then.isoformat()
    return Stand(
        days,
        then,
        aim,
        entered=sum(bool(line.first) and str(line.first) <= last for line in lines),
        graded=sum(bool(line.graded) and str(line.graded) <= last for line in lines),
        reviewed=sum(any(first <= each <= last for each in line.reviews) for line in lines),
        debriefs=sum(first <= each <= last for line in lines for each in line.debriefs),
    )
