"""A calendar as text (RFC 5545): lines of at most 75 octets, texts that nothing can act on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from tas_cli.views.safe import safe

_OCTETS = 75
"""The most octets of a line, without its end."""
_HOUR = "PT1H"
"""How long an event with a time takes: files do not say it."""


class Event(NamedTuple):
    """Something on a day, or at a time of it, such as 08:00, wherever the calendar is.

    `key` are the words that stay the same when the event moves, so that a calendar read again moves
    it as well.
    """

    key: tuple[str, ...]
    day: date
    time: str | None
    title: str
    more: str = ""


def calendar(events: Iterable[Event], today: date) -> str:
    """Return a calendar with these events, as of a day."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//tas//plan//EN",
        "CALSCALE:GREGORIAN",
        *(line for each in events for line in _event(each, today)),
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(each: Event, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(repr(each.key).encode()).hexdigest()[:32]}@tas"
    yield f"DTSTAMP:{_digits(today)}T000000Z"
    if each.time:
        yield f"DTSTART:{_digits(each.day)}T{each.time.replace(':', '')}00"
        yield f"DURATION:{_HOUR}"
    else:
        yield f"DTSTART;VALUE=DATE:{_digits(each.day)}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(each.title)}"
    if each.more:
        yield f"DESCRIPTION:{_escaped(each.more)}"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """Return a text as a value; each of its lines is harmless."""
    lines = (re.sub(r"([\\;,])", r"\\\1", safe(line)) for line in text.split("\n"))
    return "\\n".join(lines)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets; all but the first begin with a blank."""
    room, start, part = _OCTETS, "", ""
    for character in line:
        size = len(character.encode())
        if size > room:
            yield start + part
            room, start, part = _OCTETS - 1, " ", ""
        part += character
        room -= size
    yield start + part
