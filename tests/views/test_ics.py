"""The calendar of a plan, read back by a calendar library."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from cli import Tas
from hypothesis import given
from hypothesis import strategies as st
from meridian import FILES, TODAY
from workspaces import write

from tas_cli.views.ics import Event, calendar
from tas_cli.views.safe import safe

if TYPE_CHECKING:
    from pathlib import Path

icalendar: Any = pytest.importorskip("icalendar")

DAY = date(2026, 12, 4)
HOSTILE = (
    "a;b,c\\d",
    "END:VEVENT\r\nBEGIN:VALARM",
    "\x1b]0;x\x07",
    "ü" * 80,
    "\u202eabc",
    '"q":=x',
    "\\n",
)


def read(text: str) -> list[Any]:
    """Return the events of a calendar, after checking its form line by line."""
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode() for line in lines)
    found = icalendar.Calendar.from_ical(text)
    assert not found.errors
    return list(found.walk("VEVENT"))


def test_days_times_and_texts_come_back() -> None:
    """A day is a whole day, and a time is that of the place where the calendar is."""
    whole, timed = read(
        calendar(
            [
                Event(
                    ("a",), DAY, None, "Value review, his figures", "With: Kessler\nOwner: nicole"
                ),
                Event(("b",), DAY, "08:05", "Call"),
            ],
            date(2026, 11, 30),
        )
    )
    assert whole.decoded("DTSTART") == DAY
    assert str(whole["SUMMARY"]) == "Value review, his figures"
    assert str(whole["DESCRIPTION"]) == "With: Kessler\nOwner: nicole"
    assert whole.decoded("DTSTAMP").isoformat() == "2026-11-30T00:00:00+00:00"
    assert timed.decoded("DTSTART") == datetime(2026, 12, 4, 8, 5)  # noqa: DTZ001 - it has no zone
    assert "DESCRIPTION" not in timed


@given(st.lists(st.one_of(st.text(max_size=90), st.sampled_from(HOSTILE)), max_size=4))
def test_no_text_acts_on_the_calendar(texts: list[str]) -> None:
    """Any text comes back as harmless words, and there are as many events as were written."""
    found = read(calendar([Event((each,), DAY, None, each, each) for each in texts], DAY))
    harmless = [" ".join(safe(line) for line in each.split("\n")) for each in texts]
    said = [" ".join(str(each["SUMMARY"]).split("\n")) for each in found]
    assert said == harmless


def plan(tas: Tas, *more: str) -> list[Any]:
    """Return the events of the deal's calendar."""
    return read(tas("plan", "meridian-flow", "--format", "ics", *more).out)


@pytest.fixture
def planned(tas: Tas, tmp_path: Path) -> Path:
    """A deal with tactics and a date of the customer's."""
    write(tmp_path, FILES)
    tas.at(tmp_path).env(TAS_TODAY=TODAY)
    for words in (
        ("Value review, in his figures", "P", "criteria=10,4", "people=kessler", "due=2 Dec"),
        ("Ask who decides", "R", "criteria=15", "due=4 Dec", "time=08:00", "owner=nicole"),
        ("Ask who decides", "R", "criteria=14", "due=7 Dec"),
        ("Done already", "due=2026-11-27", "done=2026-11-28"),
        ("Some day",),
    ):
        result = tas("tactics", "meridian-flow", *words)
        assert result.status == 0, result.err
    tas("plan", "meridian-flow", "requirements_met=15 Dec", "dates.board_vote=16 Feb")
    return tmp_path


def test_the_calendar_has_open_tactics_and_the_customers_dates(tas: Tas, planned: Path) -> None:
    """The close date and the compelling event are in it, too.

    What is done or has no date is not in it; an event keeps its UID when it moves.
    """
    before = plan(tas)
    assert [str(each["SUMMARY"]).partition(" (")[0] for each in before] == [
        "Value review, in his figures", "Ask who decides", "Ask who decides",
        "Requirements met", "Board vote", "Expected close", "Compelling event",
    ]  # fmt: skip
    uids = [str(each["UID"]) for each in before]
    assert all(a != b for a, b in itertools.combinations(uids, 2))
    tas("tactics", "meridian-flow", "1", "due=9 Dec")
    tas("plan", "meridian-flow", "dates.board_vote=17 Feb")
    assert {str(each["UID"]) for each in plan(tas)} == set(uids)
    assert not list(planned.glob("*.ics"))


def test_an_invited_customer_reads_nothing_of_our_strategy(tas: Tas, planned: Path) -> None:
    """Kinds of tactics and criteria stay on the plan's page."""
    assert planned.is_dir()
    words = " ".join(str(each["DESCRIPTION"]) for each in plan(tas))
    assert "With: Martin Kessler" in words
    assert "Kind" not in words
    assert "#" not in words


def test_the_calendar_is_written_to_a_file_and_replaced(tas: Tas, planned: Path) -> None:
    """Another file than a calendar of tas is left alone, without --force."""
    path = planned / "plan.ics"
    assert tas("plan", "meridian-flow", "--output", "plan.ics").status == 0
    assert len(read(path.read_bytes().decode())) == 7
    assert tas("plan", "meridian-flow", "--output", "plan.ics").status == 0
    path.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//", encoding="utf-8")
    refused = tas("plan", "meridian-flow", "--output", "plan.ics")
    assert (refused.status, "--force" in refused.err) == (2, True)
    assert tas("plan", "meridian-flow", "--output", "plan.ics", "--force").status == 0
    assert tas("plan", "meridian-flow", "--output", "plan.pdf").status == 2
    assert tas("plan", "meridian-flow", "--output", "plan.ics", "--format", "json").status == 2
    assert tas("plan", "meridian-flow", "--output", "plan.ics", "goal=x").status == 2
