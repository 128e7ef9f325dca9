"""Periods as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tas_cli.refusals import WrongCall
from tas_cli.typed.periods import period, quarter_of, quarters_in

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2027", "2027-01-01", "2027-12-31"),
        ("2027Q1", "2027-01-01", "2027-03-31"),
        ("2027-q4", "2027-10-01", "2027-12-31"),
        ("Q2 2027", "2027-04-01", "2027-06-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2027-03-31", "2027-03-31", "2027-03-31"),
        ("2027-01-05..2027-03", "2027-01-05", "2027-03-31"),
        ("2026Q4 .. 2027Q1", "2026-10-01", "2027-03-31"),
        ("2027..", "2027-01-01", "9999-12-31"),
        ("..2027-03", "0001-01-01", "2027-03-31"),
        ("Mar 2027", "2027-03-01", "2027-03-31"),
        ("december 2026", "2026-12-01", "2026-12-31"),
        ("today..+3m", "2026-11-27", "2027-02-27"),
        ("1 Feb..2027-03", "2027-02-01", "2027-03-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(typed: str, first: str, last: str) -> None:
    """Years, quarters, months, days and ranges are all periods, both ends included."""
    assert [each.isoformat() for each in period(typed, "--close", TODAY, 1)] == [first, last]


@pytest.mark.parametrize(
    ("typed", "begins", "first", "last"),
    [
        ("Q1", 1, "2027-01-01", "2027-03-31"),
        ("q4", 1, "2026-10-01", "2026-12-31"),
        ("this quarter", 1, "2026-10-01", "2026-12-31"),
        ("Next Quarter", 1, "2027-01-01", "2027-03-31"),
        ("last quarter", 2, "2026-08-01", "2026-10-31"),
        ("this year", 2, "2026-02-01", "2027-01-31"),
        ("next month", 1, "2026-12-01", "2026-12-31"),
        ("last month..this month", 1, "2026-10-01", "2026-11-30"),
        ("Q1", 2, "2027-02-01", "2027-04-30"),
    ],
)
def test_a_period_is_named_from_today(typed: str, begins: int, first: str, last: str) -> None:
    """Quarters without a year, and this, next and last, count from today's fiscal quarter."""
    found = period(typed, "--close", TODAY, begins)
    assert [each.isoformat() for each in found] == [first, last]


def test_looking_back_a_quarter_is_the_last_of_its_name() -> None:
    """For deals that ended, a quarter without a year is not one to come."""
    assert period("Q1", "--closed", TODAY, 1, "back").first == date(2026, 1, 1)
    assert period("Q4", "--closed", TODAY, 1, "back").first == date(2026, 10, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "27",
        "2027Q5",
        "2027-13",
        "2027-02-29",
        "0000",
        "Q5",
        "next week",
        "next",
        "2027...2028",
        "２０２７",
        "foo 2027",
    ],
)
def test_anything_else_is_refused_with_examples(typed: str) -> None:
    """A text that is no period is refused, and the message shows how to write one."""
    with pytest.raises(WrongCall, match="is not a period"):
        period(typed, "--close", TODAY, 1)


def test_a_day_that_means_two() -> None:
    """A day in a period is read as everywhere else."""
    with pytest.raises(WrongCall, match="3/4/2027 can mean 2027-04-03 or 2027-03-04"):
        period("3/4/2027..", "--close", TODAY, 1)


def test_a_range_must_not_run_backward() -> None:
    """A range whose end is before its beginning is refused."""
    with pytest.raises(WrongCall, match="ends before it begins"):
        period("2027..2026", "--close", TODAY, 1)


@given(st.dates(min_value=date(2, 1, 1)), st.integers(1, 12))
def test_every_day_is_in_its_quarter_and_in_no_other(day: date, begins: int) -> None:
    """The name of a day's quarter leads back to a period that has the day, in any fiscal year."""
    name = quarter_of(day, begins)
    assume(len(name) == 6)  # the end of the calendar
    found = period(name, "--close", TODAY, begins)
    assert found.has(day.isoformat())
    assert (found.last - found.first).days < 92
    assert period(name[:4], "--close", TODAY, begins).has(day.isoformat())


@pytest.mark.parametrize(
    ("typed", "begins", "first", "last"),
    [
        ("2027Q1", 4, "2026-04-01", "2026-06-30"),
        ("2027Q4", 4, "2027-01-01", "2027-03-31"),
        ("2027", 4, "2026-04-01", "2027-03-31"),
        ("2027Q4", 2, "2026-11-01", "2027-01-31"),
        ("2027", 12, "2026-12-01", "2027-11-30"),
        ("2027-03", 4, "2027-03-01", "2027-03-31"),
        ("2026Q4..2027Q1", 4, "2026-01-01", "2026-06-30"),
    ],
)
def test_a_fiscal_year_is_named_by_its_end(typed: str, begins: int, first: str, last: str) -> None:
    """Years and quarters are those of the fiscal year; months are the calendar's."""
    found = period(typed, "--close", TODAY, begins)
    assert [each.isoformat() for each in found] == [first, last]


@pytest.mark.parametrize(
    ("typed", "begins", "found"),
    [
        ("2027Q1", 1, "2027Q1"),
        ("2027", 4, "2027Q1 2027Q2 2027Q3 2027Q4"),
        ("2026-11-01..2027-04-30", 2, "2027Q4 2028Q1"),
        ("2027-01-02..2027-03-31", 1, ""),
        ("0001-01", 2, ""),
    ],
)
def test_a_period_of_whole_quarters_names_them(typed: str, begins: int, found: str) -> None:
    """A period that cuts a quarter has none, so that no quota is compared with part of it."""
    assert quarters_in(period(typed, "--close", TODAY, begins), begins) == tuple(found.split())
