"""Amounts that can be read in two ways: thousands in one country, decimals in another."""

from __future__ import annotations

import re
from typing import NamedTuple


class Readings(NamedTuple):
    """What `250.000` can mean, written without ambiguity: 250000 and 250."""

    thousands: str
    decimals: str


def readings(text: str) -> Readings | None:
    """Return both readings of one separator before exactly three digits; else None."""
    found = re.fullmatch(r"([1-9][0-9]{0,2})[.,]([0-9]{3})", text.removeprefix("-"))
    if found is None:
        return None
    sign = "-" if text.startswith("-") else ""
    whole, rest = found.groups()
    fraction = rest.rstrip("0")
    fraction += "0" if len(fraction) == len(rest) else ""
    return Readings(sign + whole + rest, f"{sign}{whole}.{fraction}" if fraction else sign + whole)
