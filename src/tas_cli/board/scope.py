"""What a board's figures depend on: the settings, the day, and since when changes count."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.model.settings import Settings

RECENT = 30
"""The days within which a deal counts as reviewed or debriefed."""


class Scope(NamedTuple):
    """What the figures depend on: the settings, the day, and since when changes count.

    With `ahead`, a line also has what to find out, re-check and do, which takes time to compute.
    """

    settings: Settings
    day: date
    since: date
    ahead: bool = False


def iso(day: date | None) -> str | None:
    """Return a day as ISO text, None for None."""
    return day.isoformat() if day else None


def days_since(day: str, today: date) -> int:
    """Return the days from a day, as ISO text, to another: negative if that is earlier."""
    return (today - date.fromisoformat(day)).days


def last_monday(day: date) -> date:
    """Return the last Monday before a day: on a Monday, that of the week before."""
    return shifted(day, -(day.weekday() or 7))


def shifted(day: date, days: int) -> date:
    """Return the day that many days later or earlier, limited to the calendar's range."""
    return date.fromordinal(min(max(1, day.toordinal() + days), date.max.toordinal()))
