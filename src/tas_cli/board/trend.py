"""The board's few key figures on each Monday of some weeks, and today: takes points; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.board.figures import share
from tas_cli.board.money import Money, Scale, scale, sums
from tas_cli.board.points import Point
from tas_cli.board.scope import last_monday, shifted
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.settings import Settings

MOST = 104
"""The most weeks of a trend."""


class Week(NamedTuple):
    """The figures on a day, as a board has them."""

    day: date
    open: int
    money: tuple[Money, ...]
    without_amount: int
    unknown: int
    debriefed: int

    @property
    def unknown_share(self) -> int | None:
        """The share of our cells that are unknown, in whole percent, rounded down."""
        return share(self.unknown, self.open * len(criterion_keys()))

    @property
    def debriefed_share(self) -> int | None:
        """The share of the deals debriefed in the last 30 days, likewise."""
        return share(self.debriefed, self.open)


class Trend(NamedTuple):
    """The weeks, oldest first, and how their sums are combined."""

    weeks: tuple[Week, ...]
    scale: Scale
    broken: tuple[str, ...]


def trend_days(day: date, weeks: int) -> tuple[date, ...]:
    """Return the last Mondays before a day, as many as weeks, and the day itself."""
    last = last_monday(day)
    return (*(shifted(last, -7 * back) for back in range(weeks - 1, -1, -1)), day)


def trend(
    points: Sequence[Point], days: Iterable[date], settings: Settings, broken: Iterable[str]
) -> Trend:
    """Return the figures of some deals' points on each day."""
    scaled = scale(points, settings)
    by_day: dict[str, list[Point]] = {str(day): [] for day in days}
    for point in points:
        by_day[point.day].append(point)
    weeks = (_week(date.fromisoformat(day), found, scaled) for day, found in by_day.items())
    return Trend(tuple(weeks), scaled, tuple(broken))


def _week(day: date, points: Sequence[Point], scaled: Scale) -> Week:
    return Week(
        day,
        len(points),
        sums(points, scaled),
        sum(point.amount is None for point in points),
        sum(point.unknown for point in points),
        sum(point.debriefed for point in points),
    )
