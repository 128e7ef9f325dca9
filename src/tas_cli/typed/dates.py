"""Dates as people type and paste them: `fri`, `yesterday`, `+2w`, `31 Mar`, `31.3.2027`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from tas_cli.typed.fields import Look
from tas_cli.words import MONTHS

_EXAMPLES = {"ahead": "fri, tomorrow or +2w", "back": "fri, yesterday or -2w"}
LONGEST = 60
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Patterns are texts, compiled on first use: most calls of tas read no date.
_CANONICAL = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ABBREVIATED = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_DAYS = {day.lower()[:3]: at for at, day in enumerate(WEEKDAYS)} | _ABBREVIATED
_DAYS |= {day.lower(): at for at, day in enumerate(WEEKDAYS)}
_AWAY = r"(?:(in )|([+-]) ?)?([0-9]{1,4}|an?) ?([a-z]+?)s?( ago)?"
_UNITS = {"d": (0, 1), "day": (0, 1), "w": (0, 7), "wk": (0, 7), "week": (0, 7)}
_UNITS |= {"m": (1, 0), "mo": (1, 0), "month": (1, 0), "y": (12, 0), "yr": (12, 0), "year": (12, 0)}
"""Months and days of each unit."""
_END = r"(?:the )?end (?:of )?([a-z]{3,9})\.?(?:,? ([0-9]{4}))?"
_ORDINAL = r"(?<=[0-9])(?:st|nd|rd|th)\b"
_TOKENS = r"[0-9a-z\s./,-]*"
_MARKS = {ord("'"): None, ord("’"): None, ord("年"): "-", ord("月"): "-", ord("日"): None}
_WITHOUT_YEAR = 8
"""Years to look through: the longest time between two 29ths of February."""


class Written(NamedTuple):
    """A date as written, perhaps without a year, perhaps one that does not exist."""

    year: int | None
    month: int
    day: int


def examples(look: Look) -> str:
    """Return how to write a day, for a field that looks back or ahead."""
    return f"Write 2027-03-31, 31 Mar, {_EXAMPLES[look]}."


def days(text: str, today: date, look: Look) -> tuple[date, ...]:
    """Return each day that a text can mean, seen from today; none if it is not a date."""
    words = " ".join(text.casefold().split())
    if len(words) > LONGEST:
        return ()
    if re.fullmatch(_CANONICAL, words):
        with suppress(ValueError):
            return (date.fromisoformat(words),)
        return ()
    with suppress(OverflowError):
        ways = (_by_name, _away, _month_end, _dated)
        return tuple(dict.fromkeys(day for way in ways for day in way(words, today, look)))
    return ()


def settled(text: str, found: tuple[date, ...], order: str | None) -> tuple[date, ...]:
    """Return the days left where a company writes the month (`month_first`) or the day first."""
    first = re.match(r"\s*([0-9]{1,2})[/-]", text)
    if order is None or first is None or len(found) < 2:
        return found
    part = "month" if order == "month_first" else "day"
    return tuple(day for day in found if getattr(day, part) == int(first[1])) or found


def _by_name(words: str, today: date, look: Look) -> Iterator[date]:
    """Yield today's neighbors, and days of the week, which today may be."""
    if words in _NAMED:
        yield today + timedelta(_NAMED[words])
    *before, name = words.split() or [""]
    if name not in _DAYS or before not in ([], ["last"], ["next"]):
        return
    back = before == ["last"] or (not before and look == "back")
    ahead = (_DAYS[name] - today.weekday()) % 7
    nearest = ahead - 7 if back and ahead else ahead
    if not before:
        yield today + timedelta(nearest)
        return
    week = -7 if back else 7  # `next Friday` may be this week's, or the one of the next week
    yield today + timedelta(nearest or week)
    yield today + timedelta(_DAYS[name] - today.weekday() + week)


def _away(words: str, today: date, look: Look) -> Iterator[date]:
    """Yield the day that is some days, weeks, months or years from today; looking back, before."""
    found = re.fullmatch(_AWAY, words)
    if found is None:
        return
    after, sign, number, unit, ago = found.groups()
    given = sum(map(bool, (after, sign, ago)))
    back = ago or sign == "-" or not given
    if unit not in _UNITS or given > 1 or not (given or look == "back"):
        return
    by = (1 if number.isalpha() else int(number)) * (-1 if back else 1)
    months, some_days = (by * each for each in _UNITS[unit])
    yield months_on(today, months) + timedelta(some_days)


def months_on(day: date, months: int) -> date:
    """Return the same day some months on, or the last one of that month.

    Raises:
        OverflowError: it is out of the calendar's range.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(words: str, today: date, look: Look) -> Iterator[date]:
    """Yield the last day of a month; without a year, the nearest one."""
    found = re.fullmatch(_END, words)
    month = month_of(found[1]) if found else None
    if found is None or month is None:
        return
    years = [int(found[2])] if found[2] else range(today.year - 1, today.year + 2)
    step = 1 if look == "ahead" else -1
    ends = [_last_of(year, month) for year in years if date.min.year <= year <= date.max.year]
    near = [day for day in ends if found[2] or (day - today).days * step >= 0]
    yield from near[::step][:1]


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _dated(words: str, today: date, look: Look) -> Iterator[date]:
    """Yield the days that a written date can mean; a day of the week in front must be right."""
    first, _, rest = words.partition(" ")
    named = _DAYS.get(first.strip(".,"))
    for each in written(words if named is None else rest):
        day = _found(each, today, look)
        if day and named in (None, day.weekday()):
            yield day


def _found(each: Written, today: date, look: Look) -> date | None:
    """Return the day on the calendar, if any; without a year, the nearest one."""
    if each.year is not None:
        return _date(each.year, each.month, each.day)
    step = 1 if look == "ahead" else -1
    years = range(today.year, today.year + step * (_WITHOUT_YEAR + 1), step)
    found = filter(None, (_date(year, each.month, each.day) for year in years))
    return next((day for day in found if (day - today).days * step >= 0), None)


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None


def written(text: str) -> Iterator[Written]:
    """Yield each way to read a date's parts, in any common order; the date may not exist."""
    words = re.sub(_ORDINAL, "", text.casefold().translate(_MARKS).strip(" .,-"))
    parts = re.findall(r"[0-9]+|[a-z]+", re.sub(r"\bof\b", " ", words))
    if not re.fullmatch(_TOKENS, words):
        return
    if len(parts) == 1 and re.fullmatch(r"(?:19|20)[0-9]{6}", parts[0]):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    if len(parts) not in (2, 3) or max(map(len, parts)) > 9:
        return
    for *year, month, day in dict.fromkeys(_orders(parts, words)):
        known, at = [_year(each) for each in year], month_of(month)
        if at and None not in known and day.isdigit() and len(day) <= 2:
            yield Written(known[0] if known else None, at, int(day))


def _orders(parts: list[str], words: str) -> Iterable[tuple[str, ...]]:
    """Return the parts in each order they can have: year, month, day."""
    *year, first, second = parts[2:] + parts[:2]
    if len(parts) == 3 and len(parts[0]) == 4 and parts[0].isdigit():
        return [tuple(parts) if month_of(parts[1]) else (parts[0], parts[2], parts[1])]
    if first.isalpha():
        return [(*year, first, second)]
    if second.isalpha() or "." in words:  # with periods, nobody puts the month first
        return [(*year, second, first)]
    orders = [(*year, second, first), (*year, first, second)]
    dashes = "-" in words and all(len(part) == 2 for part in parts[::2])
    return [*orders, tuple(parts)] if dashes and year else orders


def _year(part: str) -> int | None:
    if not part.isdigit() or len(part) not in (2, 4):
        return None
    return int(part) + (2000 if len(part) == 2 else 0)


def month_of(part: str) -> int | None:
    """Return the month with that number or English name, or the beginning of its name."""
    if part.isdigit():
        return int(part) if len(part) <= 2 and 1 <= int(part) <= 12 else None
    names = [at for at, name in enumerate(MONTHS, 1) if len(part) > 2 and name.startswith(part)]
    return names[0] if names else None
