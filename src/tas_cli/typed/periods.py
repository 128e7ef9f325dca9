"""Periods as people type them: a year, a quarter, a month, a day, or from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tas_cli.refusals import WrongCall

_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}[- ]?q(?P<quarter>[1-4])",
        rf"q(?P<quarter>[1-4])[- ]?{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
    )
)
_BETWEEN = ".."
_ADVICE = "Use 2027, 2027Q1, 2027-03, 2027-03-31, or two of these as 2027-01..2027-03."


class Period(NamedTuple):
    """A range of days, both ends included."""

    first: date
    last: date

    def has(self, day: str | None) -> bool:
        """Whether a day, as ISO text, is in the period; None never is."""
        return day is not None and self.first.isoformat() <= day <= self.last.isoformat()


def period(text: str, option: str) -> Period:
    """Return the period that an option gives; an open end (`2027..`) has no limit.

    Raises:
        WrongCall: it is not a period, or ends before it begins.
    """
    first, between, last = text.partition(_BETWEEN)
    try:
        if not between:
            return _single(first)
        begin = _single(first).first if first.strip() else date.min
        end = _single(last).last if last.strip() else date.max
    except ValueError:
        raise WrongCall(f"{option} {text} is not a period that tas can read.", _ADVICE) from None
    if end < begin:
        raise WrongCall(f"{option} {text} ends before it begins.", _ADVICE)
    return Period(begin, end)


def quarter_of(day: date) -> str:
    """Return the quarter of a day: 2027Q1."""
    return f"{day.year:04}Q{(day.month + 2) // 3}"


def _single(text: str) -> Period:
    """Return the year, quarter, month or day that a text names; otherwise raise ValueError."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found:
            return _period(**{name: int(number) for name, number in found.groupdict().items()})
    raise ValueError(text)


def _period(year: int, quarter: int = 0, month: int = 0, day: int = 0) -> Period:
    if day:
        return Period(date(year, month, day), date(year, month, day))
    first, last = (quarter * 3 - 2, quarter * 3) if quarter else (month or 1, month or 12)
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
