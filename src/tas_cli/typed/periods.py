"""Periods as people type them: a year, a quarter, a month, a day, or from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tas_cli.refusals import WrongCall
from tas_cli.typed.dates import days, month_of
from tas_cli.typed.fields import Look
from tas_cli.typed.interpreter import Interpreter

_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}[- ]?q(?P<quarter>[1-4])",
        rf"q(?P<quarter>[1-4])[- ]?{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"(?P<month>[a-z]{{3,9}}) {_YEAR}",
    )
)
_BY_NAME = re.compile("(this|next|last) (year|quarter|month)", re.IGNORECASE)
_QUARTER = re.compile("q([1-4])", re.IGNORECASE)
_AWAY = {"this": 0, "next": 1, "last": -1}
_BETWEEN = ".."
_ADVICE = "Use 2027, 2027Q1, Mar 2027, next quarter, a day, or two of these: today..2027-03."


class Period(NamedTuple):
    """A range of days, both ends included."""

    first: date
    last: date

    def has(self, day: str | None) -> bool:
        """Whether a day, as ISO text, is in the period; None never is."""
        return day is not None and self.first.isoformat() <= day <= self.last.isoformat()


def period(text: str, option: str, today: date, begins: int, look: Look = "ahead") -> Period:
    """Return the period that an option gives; an open end (`2027..`) has no limit.

    Years and quarters are those of a fiscal year that begins in the month with that number, and is
    named by its end. Days are read as people type them, looking ahead. A quarter without a year is
    this one or, by `look`, the next or the last of that name.

    Raises:
        WrongCall: it is not a period, can mean two, or ends before it begins.
    """
    first, between, last = text.partition(_BETWEEN)
    try:
        if not between:
            return _single(first, option, today, begins, look)
        begin = _single(first, option, today, begins, look).first if first.strip() else date.min
        end = _single(last, option, today, begins, look).last if last.strip() else date.max
    except ValueError:
        raise WrongCall(f"{option} {text} is not a period that tas can read.", _ADVICE) from None
    if end < begin:
        raise WrongCall(f"{option} {text} ends before it begins.", _ADVICE)
    return Period(begin, end)


def quarter_of(day: date, begins: int) -> str:
    """Return the quarter of a day, in a fiscal year that begins in that month: 2027Q1."""
    return _named(_number_of(day, begins))


def quarters(year: int, quarter: int = 0, *, begins: int) -> Period:
    """Return a quarter of a fiscal year, or without one the whole year.

    Raises:
        ValueError: it is not on the calendar.
    """
    first = (year - (begins > 1)) * 12 + begins - 1 + max(0, quarter - 1) * 3
    last = min(first + (2 if quarter else 11), date.max.year * 12 + 11)
    return Period(_month(*_split(first)).first, _month(*_split(last)).last)


def quarters_in(period: Period, begins: int) -> tuple[str, ...]:
    """Return the quarters that make up a period, oldest first; none if one is cut."""
    first, last = (_number_of(day, begins) for day in period)
    try:
        whole = Period(_quarter(first, begins).first, _quarter(last, begins).last)
    except ValueError:
        return ()
    return tuple(map(_named, range(first, last + 1))) if whole == period else ()


def _quarter(number: int, begins: int) -> Period:
    return quarters(number // 4, number % 4 + 1, begins=begins)


def _number_of(day: date, begins: int) -> int:
    """Return the number of a day's quarter, counted over all fiscal years."""
    year, month = divmod(day.year * 12 + day.month - begins, 12)
    return (year + (begins > 1)) * 4 + month // 3


def _named(quarter: int) -> str:
    return f"{quarter // 4:04}Q{quarter % 4 + 1}"


def _single(text: str, option: str, today: date, begins: int, look: Look) -> Period:
    """Return the year, quarter, month or day that a text names; otherwise raise ValueError."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found:
            parts = {name: _number(part) for name, part in found.groupdict().items()}
            return _month(**parts) if "month" in parts else quarters(begins=begins, **parts)
    if found := _BY_NAME.fullmatch(" ".join(text.split())):
        return _near(found[2].lower(), _AWAY[found[1].lower()], today, begins)
    if found := _QUARTER.fullmatch(text.strip()):
        return _nearest_quarter(int(found[1]), today, begins, look)
    if not days(text, today, "ahead"):
        raise ValueError(text)
    day = Interpreter(today).next_day(text.strip(), option)
    return Period(day, day)


def _near(unit: str, away: int, today: date, begins: int) -> Period:
    """Return this year, quarter or month, or the one that many of them away."""
    number = _number_of(today, begins)
    if unit == "year":
        return quarters(number // 4 + away, begins=begins)
    if unit == "quarter":
        return _quarter(number + away, begins)
    return _month(*_split(today.year * 12 + today.month - 1 + away))


def _nearest_quarter(quarter: int, today: date, begins: int, look: Look) -> Period:
    """Return the quarter with that number that is now, or else comes next or was last."""
    number = _number_of(today, begins)
    away = (quarter - 1 - number) % 4
    return _quarter(number + (away - 4 if look == "back" and away else away), begins)


def _number(part: str) -> int:
    """Return the number that a part of a period has or, by its name, a month has."""
    number = month_of(part.casefold()) if part.isalpha() else int(part)
    if number is None:
        raise ValueError(part)
    return number


def _split(months: int) -> tuple[int, int]:
    """Return the year, and the month in it, of a number of months."""
    return months // 12, months % 12 + 1


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
