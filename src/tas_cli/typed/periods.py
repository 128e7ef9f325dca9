"""Periods as people type them: a year, a quarter, a month, a day, or from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tas_cli.refusals import WrongCall
from tas_cli.typed.dates import days, month_of
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
_BETWEEN = ".."
_ADVICE = "Use 2027, 2027Q1, 2027-03, Mar 2027, a day, or two of these: today..2027-03."


class Period(NamedTuple):
    """A range of days, both ends included."""

    first: date
    last: date

    def has(self, day: str | None) -> bool:
        """Whether a day, as ISO text, is in the period; None never is."""
        return day is not None and self.first.isoformat() <= day <= self.last.isoformat()


def period(text: str, option: str, today: date) -> Period:
    """Return the period that an option gives; an open end (`2027..`) has no limit.

    Days are read as people type them, looking ahead.

    Raises:
        WrongCall: it is not a period, can mean two, or ends before it begins.
    """
    first, between, last = text.partition(_BETWEEN)
    try:
        if not between:
            return _single(first, option, today)
        begin = _single(first, option, today).first if first.strip() else date.min
        end = _single(last, option, today).last if last.strip() else date.max
    except ValueError:
        raise WrongCall(f"{option} {text} is not a period that tas can read.", _ADVICE) from None
    if end < begin:
        raise WrongCall(f"{option} {text} ends before it begins.", _ADVICE)
    return Period(begin, end)


def quarter_of(day: date) -> str:
    """Return the quarter of a day: 2027Q1."""
    return f"{day.year:04}Q{(day.month + 2) // 3}"


def _single(text: str, option: str, today: date) -> Period:
    """Return the year, quarter, month or day that a text names; otherwise raise ValueError."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found:
            return _period(**{name: _number(part) for name, part in found.groupdict().items()})
    if not days(text, today, "ahead"):
        raise ValueError(text)
    day = Interpreter(today).next_day(text.strip(), option)
    return Period(day, day)


def _number(part: str) -> int:
    """Return the number that a part of a period has or, by its name, a month has."""
    number = month_of(part.casefold()) if part.isalpha() else int(part)
    if number is None:
        raise ValueError(part)
    return number


def _period(year: int, quarter: int = 0, month: int = 0) -> Period:
    first, last = (quarter * 3 - 2, quarter * 3) if quarter else (month or 1, month or 12)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
