"""The one place where today's date enters the program."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, time

from tas_cli.refusals import WrongCall


def todays_date() -> date:
    """Return today's date, or the one that `TAS_TODAY` (YYYY-MM-DD) sets for repeatable output.

    Raises:
        WrongCall: `TAS_TODAY` is not such a date.
    """
    setting = os.environ.get("TAS_TODAY", "").strip()
    if not setting:
        return date.today()  # noqa: DTZ011 - a deal's dates are the user's calendar days
    try:
        return parse_day(setting)
    except ValueError:
        raise WrongCall(f"TAS_TODAY is {setting!r}: write a date such as 2026-11-23") from None


def moment() -> datetime:
    """Return the time now, to the second; with `TAS_TODAY`, noon of that day."""
    if os.environ.get("TAS_TODAY", "").strip():
        return datetime.combine(todays_date(), time(12), UTC)
    return datetime.now(UTC).astimezone().replace(microsecond=0)


def parse_day(text: str) -> date:
    """Parse a date in the one documented form, year-month-day.

    Raises:
        ValueError: it is written differently, or does not exist.
    """
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)
