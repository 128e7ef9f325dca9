"""A deal's few figures on each of several days, for the trend: plain data for the cache."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.gather.shape import Day, Digits


class Point(NamedTuple):
    """An open deal's figures on a day, as in its line; `debriefed` is 1 if it was lately."""

    day: Day
    person: str | None
    currency: str
    amount: Digits | None
    probability: int
    claimed_probability: int
    unknown: int
    debriefed: int


class DealPoints(NamedTuple):
    """A deal's points, one for each of the days on which it was open.

    `id` and `file` do not depend on the content, so they are empty in the cache.
    """

    name: str
    customer: str
    points: list[Point]
    id: str = ""
    file: str = ""
