"""Dates as people type them, on Friday 27 November 2026."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.refusals import WrongCall
from tas_cli.today import parse_day
from tas_cli.typed.dates import days
from tas_cli.typed.fields import look
from tas_cli.typed.interpreter import Interpreter

TODAY = parse_day("2026-11-27")
EITHER_WAY = {
    "2027-03-31": ["2027-03-31", "2027/3/31", "2027.03.31", "20270331", "31.3.27"],
    "2027-03-31 ": [
        "31 March 2027", "March 31, 2027", "31st of March, 2027", "31-Mar-2027", "31mar27",
        "31.3.2027", "31/3/27", "3/31/2027", "Wed, 31 Mar 2027", "wednesday 2027-03-31",
    ],
    "2026-11-27": ["today", "Today", "+0d", "in 0 days", "27 nov 2026", "Fri, 27 Nov"],
    "2026-11-26": ["yesterday", "-1d", "- 1 day", "a day ago"],
    "2026-11-28": ["tomorrow", "+1d", "in 1 day", "in a day"],
    "2026-12-11": ["+2w", "+ 2 weeks", "in 2 weeks", "+14d"],
    "2026-11-13": ["-2w", "2 weeks ago", "14 days ago"],
    "2027-02-27": ["+3m", "in 3 months"],
    "2025-11-27": ["-1y", "a year ago"],
    "2028-02-29": ["end of Feb 2028"],
    "2026-12-04": ["next fri"],
    "2026-11-20": ["last friday"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"), [(text, day) for day, texts in EITHER_WAY.items() for text in texts]
)
def test_whole_dates(text: str, day: str) -> None:
    """A date with its year, or told by its distance, is the same for every field."""
    assert [str(each) for each in days(text, TODAY, "ahead")] == [day.strip()]
    assert [str(each) for each in days(text, TODAY, "back")] == [day.strip()]


COUNTRIES = {
    "United States": ["3/31/2027", "March 31, 2027", "Mar 31 '27", "03-31-2027"],
    "United Kingdom": ["31/3/2027", "31/03/27", "31st March 2027", "31 Mar 27"],
    "Germany": ["31.3.2027", "31.03.2027", "31. 3. 27", "31. 03. 2027"],
    "France": ["31/03/2027", "31-03-2027", "31.03.27"],
    "Netherlands": ["31-3-2027", "31-03-2027"],
    "Sweden": ["2027-03-31", "20270331"],
    "Hungary": ["2027. 03. 31.", "2027.03.31."],
    "Japan": ["2027/3/31", "2027年3月31日"],
    "Korea": ["2027. 3. 31.", "2027.3.31"],
    "India": ["31-Mar-2027", "31-03-2027", "31/03/2027"],
    "Brazil": ["31/03/2027", "31/3/27"],
    "South Africa": ["2027/03/31", "31 March 2027"],
}


@pytest.mark.parametrize("text", [text for texts in COUNTRIES.values() for text in texts])
def test_countries(text: str) -> None:
    """A date is understood as its country writes it, where no other country reads another day."""
    assert days(text, TODAY, "back") == (date(2027, 3, 31),)


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("fri", "2026-11-27", "2026-11-27"),
        ("thursday", "2026-11-26", "2026-12-03"),
        ("Sat", "2026-11-21", "2026-11-28"),
        ("31 Mar", "2026-03-31", "2027-03-31"),
        ("March 31st", "2026-03-31", "2027-03-31"),
        ("31.3.", "2026-03-31", "2027-03-31"),
        ("13/2", "2026-02-13", "2027-02-13"),
        ("2/13", "2026-02-13", "2027-02-13"),
        ("27 Nov", "2026-11-27", "2026-11-27"),
        ("29 Feb", "2024-02-29", "2028-02-29"),
        ("end of March", "2026-03-31", "2027-03-31"),
        ("the end of feb", "2026-02-28", "2027-02-28"),
        ("end nov", "2025-11-30", "2026-11-30"),
    ],
)
def test_dates_without_a_year(text: str, back: str, ahead: str) -> None:
    """Without a year, a field of the past looks back, one of the future ahead, today included."""
    assert [str(each) for each in days(text, TODAY, "back")] == [back]
    assert [str(each) for each in days(text, TODAY, "ahead")] == [ahead]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("3/4/2027", "2027-04-03 or 2027-03-04"),
        ("3/4", "2027-04-03 or 2027-03-04"),
        ("03-04-27", "2027-04-03 or 2027-03-04 or 2003-04-27"),
        ("27-03-31", "2031-03-27 or 2027-03-31"),
        ("last thu", "2026-11-26 or 2026-11-19"),
        ("next sat", "2026-11-28 or 2026-12-05"),
    ],
)
def test_two_meanings(text: str, both: str) -> None:
    """A date that means two days is refused with both."""
    with pytest.raises(WrongCall, match=f"due {re.escape(text)} can mean {both}"):
        Interpreter(TODAY).day(text, "due", "ahead")


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("month_first", "3/4/2027", "2027-03-04"),
        ("day_first", "3/4/2027", "2027-04-03"),
        ("month_first", "03-04-27", "2027-03-04"),
        ("month_first", "12/9", "2026-12-09"),
        ("day_first", "3/31/2027", "2027-03-31"),
        ("month_first", "3.4.2027", "2027-04-03"),
    ],
)
def test_the_order_of_a_company_settles_which_is_meant(order: str, text: str, day: str) -> None:
    """With `dates:` in the settings, numbers have one order where both would be on the calendar."""
    assert str(Interpreter(TODAY, dates=order).day(text, "due", "ahead")) == day


def test_a_refusal_names_the_setting_that_settles_it() -> None:
    """It does so only where the setting helps, and has not been made."""
    for order, text, helps in ((None, "3/4", True), (None, "last thu", False)):
        with pytest.raises(WrongCall) as refused:
            Interpreter(TODAY, dates=order).day(text, "due", "ahead")
        assert ("`dates:` in tas.yaml" in (refused.value.advice or "")) is helps


def test_looking_back_a_distance_needs_no_sign() -> None:
    """`2w` is two weeks ago where only the past is meant; the examples look the same way."""
    reader = Interpreter(TODAY)
    assert str(reader.day("2w", "--since", "back")) == "2026-11-13"
    with pytest.raises(WrongCall) as refused:
        reader.day("soon", "--since", "back")
    assert "yesterday or -2w" in (refused.value.advice or "")
    with pytest.raises(WrongCall) as refused:
        reader.day("soon", "due", "ahead")
    assert "tomorrow or +2w" in (refused.value.advice or "")


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "5", "2w", "Mar 2027", "31 Mär 2027", "31/2/2027", "2027-02-30", "1.250",
        "thu 31 mar 2027", "end of", "end of mon", "end of Feb 0000", "next month",
        "+9999y", "-99999d", "today today", "31 Mar 127", "1/2/3/4", "٣/٤",
        "0000-01-01", "x" * 99, "1" * 58 + "!", "x" * 58 + "!",
    ],
)  # fmt: skip
def test_other_texts(text: str) -> None:
    """Nothing else is a date."""
    with pytest.raises(WrongCall, match="is not a date"):
        Interpreter(TODAY).day(text, "due", "ahead")


@given(st.dates(), st.dates())
def test_canonical_dates(day: date, today: date) -> None:
    """A date as files spell it means itself, whatever the day and the field."""
    interpreter = Interpreter(today)
    assert interpreter.day(str(day), "due", "ahead") == interpreter.day(str(day), "when", "back")
    assert (interpreter.day(str(day), "due", "ahead"), interpreter.heard) == (day, {})


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%m/%d/%y", "%d.%m.%Y", "%d %b %y"]),
)
def test_any_date(day: date, form: str) -> None:
    """Whatever the form, the day meant is among the readings, so no other is taken for it."""
    assert day in days(day.strftime(form), TODAY, "back")


@given(st.integers(0, 20000), st.sampled_from(["", "last ", "next "]), st.integers(0, 6))
def test_weekdays(since: int, word: str, number: int) -> None:
    """A day of the week is that day, at most two weeks away, on the right side of today."""
    today = date(2000, 1, 1) + timedelta(since)
    name = (date(2024, 1, 1) + timedelta(number)).strftime("%a").lower()
    for each in days(word + name, today, "ahead"):
        away = (each - today).days
        assert each.weekday() == number
        assert {"": range(7), "last ": range(-14, 0), "next ": range(1, 15)}[word].count(away)


def test_directions() -> None:
    """Fields of what has happened look back; the event, the next meeting and due dates ahead."""
    past = ["date", "when", "strategy.since", "closed.date", "last_met", "out.date"]
    assert {look(name) for name in past} == {"back"}
    ahead = ["due", "expected_close", "compelling_event.date", "next.date"]
    assert {look(name) for name in ahead} == {"ahead"}
