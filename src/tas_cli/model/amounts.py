"""Amounts that can be read in two ways: thousands in one country, decimals in another."""

from __future__ import annotations

import re
from typing import NamedTuple

_ONE_SEPARATOR = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})", re.ASCII)


class Readings(NamedTuple):
    """What `250.000` can mean, written without ambiguity: 250000 and 250."""

    thousands: str
    decimals: str


def readings(text: str) -> Readings | None:
    """Return both readings of one separator before exactly three digits; else None."""
    found = _ONE_SEPARATOR.fullmatch(text)
    if found is None:
        return None
    whole, rest = found.groups()
    fraction = rest.rstrip("0")
    fraction += "0" if len(fraction) == len(rest) else ""
    return Readings(whole + rest, f"{whole}.{fraction}" if fraction else whole)
