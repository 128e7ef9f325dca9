"""Small things worded the same everywhere: ages, amounts, dates, criteria."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from tas_cli.assess.tally import Tally
from tas_cli.method.catalogue import US, Criterion, criteria_by_key
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.words import counted

if TYPE_CHECKING:
    from tas_cli.assess.process import Shows

_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 15, 100, 731
_THOUSAND = 1000
_UNITS = ((1, ""), (_THOUSAND, "k"), (10**6, "M"), (10**9, "B"))
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
RIVAL_QUESTION = "Are they strong or weak here?"
"""What to find out about a cell of a competitor."""
SHOWS: dict[Shows, str] = {"shown": "evidenced", "unproven": "claimed", "missing": "missing"}
"""What there is for an outcome, in a word."""
_QUESTIONS = 12
"""How many questions fit on a screen, over all the cells to find out next."""


def age(days: int | None) -> str:
    """Return an age in at most three cells: 9d, 12w, 14m, 3y; empty for None."""
    if days is None:
        return ""
    if days < _WEEKS_FROM:
        return f"{max(days, 0)}d"
    if days < _MONTHS_FROM:
        return f"{days // 7}w"
    return f"{days // 30}m" if days < _YEARS_FROM else f"{days // 365}y"


def lasted(days: int) -> str:
    """Return an age in words: 9 days, 12 weeks, 14 months, 3 years."""
    if days < _WEEKS_FROM:
        return counted(max(days, 0), "day")
    if days < _MONTHS_FROM:
        return counted(days // 7, "week")
    if days < _YEARS_FROM:
        return counted(days // 30, "month")
    return counted(days // 365, "year")


def ago(days: int) -> str:
    """Return how long ago something was: today, yesterday, 3 days ago."""
    return _NEAR.get(-days) or f"{lasted(days)} ago"


def amount(value: Decimal | None, currency: str) -> str:
    """Return money with its currency, in groups of three digits."""
    return "" if value is None else f"{currency} {value:,f}"


def pole(criterion: Criterion, rating: str) -> str:
    """Return the end of the scale that a rating means."""
    return {"+": criterion.plus_pole, "-": criterion.minus_poles}.get(rating, "unknown")


def questions_each(cells: int) -> int:
    """Return how many questions to show per unknown cell, so that all fit on a screen."""
    return max(1, _QUESTIONS // max(1, cells))


def party_name(opportunity: Opportunity, party: str) -> str:
    """Return a party's name for the head of a column."""
    return "Us" if party == US else opportunity.party_name(party)


def short_name(opportunity: Opportunity, criterion: str, party: str) -> str:
    """Return the shortest name of a cell: #7, or #7 X-Sys."""
    whose = "" if party == US else f" {opportunity.party_name(party)}"
    return f"#{criteria_by_key()[criterion].number}{whose}"


def named(key: str, people: Mapping[str, Person]) -> str:
    """Return the name of somebody on the map; a short name that is not there stays."""
    return people[key].named(key) if key in people else key


def tallied(tally: Tally) -> str:
    """Return the count of each sign, in eight cells for five criteria."""
    return f"+{tally.plus} –{tally.minus} ?{tally.unknown}"


def signed(number: int) -> str:
    """Return a balance with its sign."""
    return f"{number:+d}".replace("-", "–") if number else "0"


def days_until(then: date, today: date) -> str:
    """Return how far away a day is."""
    days = (then - today).days
    if days in _NEAR:
        return _NEAR[days]
    away = counted(abs(days), "day")
    return f"in {away}" if days > 0 else f"{away} ago"


def short_day(day: date, today: date) -> str:
    """Return a day as in a diary: Mon 23 Nov, with the year if it is another one."""
    return f"{day:%a} {short_date(day, today)}"


def short_date(day: date, today: date) -> str:
    """Return a day without its weekday: 23 Nov, with the year if it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"


def short_amount(value: Decimal | None) -> str:
    """Return an amount in at most five cells, for a column: 950, 45k, 3.0M, 1.2B."""
    if value is None:
        return ""
    rounded = (each for each in _UNITS if _rounded(value / each[0]) < _THOUSAND)
    size, unit = next(rounded, _UNITS[-1])
    exact = str(_rounded(value / size, "0.1"))
    precise = size > _THOUSAND and len(exact) <= len("99.9")
    return f"{exact if precise else _rounded(value / size)}{unit}"


def _rounded(value: Decimal, to: str = "1") -> Decimal:
    return value.quantize(Decimal(to), ROUND_HALF_UP)
