"""Which fields name a day of the past, and which one of the future."""

from __future__ import annotations

from typing import Literal

Look = Literal["back", "ahead"]
"""Whether a day without a year, or a day of the week, is the latest one or the next one."""

PAST = frozenset(
    ("date", "when", "since", "closed", "left", "last_met", "as_of", "done", "tactic", "met")
)
"""The fields that name a past day in any record."""
AHEAD = frozenset(("compelling_event.date", "next.date", "potential_deals.when"))
"""Fields with such a name that look ahead nevertheless; those of records after the noun's key."""


def look(field: str, noun: str = "") -> Look:
    """Return the direction in which a field looks, of a noun's records or a file; it may be dotted.

    The noun is given by its key.
    """
    past = field.rpartition(".")[2] in PAST and f"{noun}.{field}".lstrip(".") not in AHEAD
    return "back" if past else "ahead"
