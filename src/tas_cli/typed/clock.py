"""Times of day as people write them."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-5][0-9]))? ?([ap]\.?m\.?)?", re.IGNORECASE | re.ASCII)
_NOON = 12
_MIDNIGHT = 24


def clock_time(text: str) -> str | None:
    """Return a time as files spell it, such as 09:00 for 9am or 9:00; None if it is not one.

    A number alone is not one: 9 can be the morning or the evening.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None or not (found[2] or found[3]):
        return None
    hour, half = int(found[1]), (found[3] or "").lower()[:1]
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}:{found[2] or '00'}" if hour < _MIDNIGHT else None
