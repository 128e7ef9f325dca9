"""Progress of a rollout: opportunities entered, graded and reviewed by days 30, 60 and 90.

Follows the manager's rollout calendar (method, section 8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.board.board import by_key
from tas_cli.board.figures import Figures, figures
from tas_cli.board.line import DealLine
from tas_cli.board.money import scale
from tas_cli.board.scope import Scope, shifted
from tas_cli.method.catalogue import rollout_calendar
from tas_cli.source.characters import folded


class Reached(NamedTuple):
    """What was reached by a day; the figures are None if the day is in the future.

    Of the deals in view, `entered` have an assessment, `graded` are graded to standard, `reviewed`
    were updated since the rollout began. `debriefs` counts those held since then.
    """

    days: int
    date: date
    aim: int | None
    entered: int | None = None
    graded: int | None = None
    reviewed: int | None = None
    debriefs: int | None = None


class Rep(NamedTuple):
    """An owner (None for deals without one): the deals in view, and what was reached by today.

    `to_enter`, `to_grade` and `to_review` are the open deals for which that is still to be done.
    """

    name: str | None
    deals: int
    reached: Reached
    to_enter: tuple[DealLine, ...]
    to_grade: tuple[DealLine, ...]
    to_review: tuple[DealLine, ...]

    @property
    def owed(self) -> bool:
        """Whether the rep has had fewer debriefs than the calendar requires."""
        return self.debriefs_owed > 0

    @property
    def debriefs_owed(self) -> int:
        """How many debriefs the calendar requires besides those held."""
        held, required = self.reached.debriefs or 0, rollout_calendar().debriefs_each
        return max(0, required - held) if self.name else 0

    def reviews_owed(self, aim: int) -> int:
        """Return how many more deals must be reviewed to reach a share, in percent."""
        return max(0, -(-self.deals * aim // 100) - (self.reached.reviewed or 0))


class Rollout(NamedTuple):
    """The rollout: its first day, the deals in view, the calendar's days and today, the owners.

    `total` has the figures of all open deals.
    """

    day: date
    began: date | None
    deals: int
    by_day: tuple[Reached, ...]
    by_rep: tuple[Rep, ...]
    total: Figures
    broken: tuple[str, ...]

    @property
    def reps(self) -> int:
        """How many owners there are."""
        return sum(rep.name is not None for rep in self.by_rep)

    @property
    def ahead(self) -> Reached | None:
        """The calendar's next day, today included; None after its end."""
        return next((each for each in self.by_day if each.aim and each.date >= self.day), None)

    @property
    def week(self) -> int | None:
        """The week of the rollout, from 1; None before it begins."""
        return (self.day - self.began).days // 7 + 1 if self.began else None

    @property
    def duties(self) -> tuple[str, ...]:
        """What a manager does this week in the method's example; nothing after its end."""
        return rollout_calendar().duties(self.week) if self.week else ()


def rollout(
    deals: Sequence[DealLine], scope: Scope, began: date | None, broken: Sequence[str]
) -> Rollout:
    """Return the rollout of these deals; it began with their first assessment, or as given."""
    firsts = [line.first for line in deals if line.first]
    if began is None and firsts:
        began = date.fromisoformat(min(firsts))
    view = [line for line in deals if began and _in_view(line, began.isoformat())]
    by_day = _by_day(view, began, scope.day) if began else ()
    by_rep = tuple(_by_rep(view, began, scope.day)) if began else ()
    worth = scale((line for line in deals if line.open), scope.settings)
    total = figures(deals, scope, worth)
    return Rollout(scope.day, began, len(view), by_day, by_rep, total, tuple(broken))


def _by_rep(lines: Sequence[DealLine], began: date, day: date) -> Iterator[Rep]:
    """Yield the reps by name, deals without an owner last."""
    people = by_key(lines, lambda line: line.person)
    for name in sorted(people, key=lambda each: (each is None, folded(each or ""))):
        deals = people[name]
        reached = _reached(deals, began, (day - began).days, None, day)
        still = [line for line in deals if line.open]
        yield Rep(
            name,
            len(deals),
            reached,
            tuple(line for line in still if not line.first),
            tuple(line for line in still if line.first and not line.graded),
            tuple(line for line in still if max(line.reviews, default="") < began.isoformat()),
        )


def _in_view(line: DealLine, began: str) -> bool:
    """Whether a deal was open during the rollout; one that ended on an unknown day was not."""
    return line.open or (line.ended is not None and line.ended >= began)


def _by_day(lines: Sequence[DealLine], began: date, day: date) -> tuple[Reached, ...]:
    calendar = rollout_calendar().days
    days = [_reached(lines, began, each.day, each.reviewed, day) for each in calendar]
    today = _reached(lines, began, (day - began).days, None, day)
    return tuple(sorted([*days, today], key=lambda reached: (reached.days, reached.aim is None)))


def _reached(
    lines: Sequence[DealLine], began: date, days: int, aim: int | None, day: date
) -> Reached:
    then = shifted(began, days)
    if then > day:
        return Reached(days, then, aim)
    first, last = began.isoformat(), then.isoformat()
    return Reached(
        days,
        then,
        aim,
        entered=sum(bool(line.first) and str(line.first) <= last for line in lines),
        graded=sum(bool(line.graded) and str(line.graded) <= last for line in lines),
        reviewed=sum(any(first <= each <= last for each in line.reviews) for line in lines),
        debriefs=sum(first <= each <= last for line in lines for each in line.debriefs),
    )
