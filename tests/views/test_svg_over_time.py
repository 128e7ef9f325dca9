"""Ratings and strategies over time: what is drawn is what the scorecards said, day by day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from drawings import ensure_tidy, words
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.assess.over_time import Spell, spells, until
from tas_cli.assess.sheet import Sheet
from tas_cli.method.catalogue import US, criteria, criterion_keys, strategies
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.views.page import Figure, Paragraph, Table, bare
from tas_cli.views.report.ratings import ratings
from tas_cli.views.svg.multiples import multiples
from tas_cli.views.svg.palette import INK, PAPER, PLUM
from tas_cli.views.svg.spells import spells_svg

FIRST, TODAY = date(2019, 3, 1), date(2026, 11, 30)
WIDTHS = (340, 500, 720, 1000)
SIGN = st.sampled_from("+-?")
PROVED = st.builds(lambda sign: {"rating": sign, "evidence": [{"who": "Ann"}]}, SIGN)
COLUMN = st.fixed_dictionaries({}, optional={"us": SIGN | PROVED, "x": SIGN})
RATINGS = st.dictionaries(st.sampled_from(criterion_keys()), COLUMN, min_size=1)
ASSESSMENTS = st.dictionaries(st.integers(0, 2800), RATINGS, min_size=2, max_size=6)
ODD = ["X", "<b>&x;", "\x1b[31m\u202e", "日本" * 30, "x" * 500, "A rather long name, Inc. " * 4]
NAMED = {"-": "–", "?": "?", "+": "+"}


def sheet(assessed: dict[int, Any], name: str = "X", today: date = TODAY, **more: object) -> Sheet:
    """Return a deal that was assessed so many days after the first day."""
    text = {
        "tas": 1,
        "name": "Cranes",
        "customer": "Harbour",
        "competitors": {"x": {"name": name}},
        "assessments": [
            {"date": str(FIRST + timedelta(days=day)), "ratings": rated}
            for day, rated in assessed.items()
        ],
    }
    return Sheet.of(Opportunity.model_validate(text | more), Settings(), today)


@settings(max_examples=50)
@given(ASSESSMENTS, st.sampled_from(ODD), st.sampled_from(WIDTHS))
def test_every_criterion_has_a_chart_in_any_width(
    assessed: dict[int, Any], name: str, wide: int
) -> None:
    """All twenty are named, those rated end in a mark and a line, and nothing is over another."""
    found = sheet(assessed, name)
    drawn = multiples(found, wide)
    ensure_tidy(drawn)
    read = words(drawn)
    assert all(f"{each.number} {each.short}" in read for each in criteria())
    rated = [key for key in criterion_keys() if found.card.cell(key, US).rated]
    assert read.count("not rated") == len(criteria()) - len(rated)
    marks = [each for each in drawn.iter("g") if "scale(0.7)" in each.get("transform", "")]
    assert len(marks) == len(rated)
    theirs = [each for each in drawn.iter("path") if each.get("stroke") == PLUM]
    assert len(theirs) == sum(found.card.cell(key, "x").rated for key in criterion_keys())


@settings(max_examples=50)
@given(ASSESSMENTS)
def test_the_table_has_the_ratings_of_every_day(assessed: dict[int, Any]) -> None:
    """The last entry up to a day is what the scorecard of that day has."""
    found = sheet(assessed)
    table = _figures(found)["Ratings over time"]
    for card in found.cards:
        for row, each in zip(table.rows, criteria(), strict=True):
            for cell, party in zip(row[2:4], (US, "x"), strict=True):
                state = card.cell(each.key, party)
                expected = NAMED[state.rating] if state.rated else "not rated"
                assert _then(bare(cell), card.day) == expected
    for row, each in zip(table.rows, criteria(), strict=True):
        signs = [entry.split()[0] for entry in bare(row[2]).split(", ")]
        assert all(one != other for one, other in pairwise(signs))
        said = found.statements[US].get(each.key, ())
        proved = [str(found.date_of(index)) for index, cell in said if cell.evidence]
        assert bare(row[4]) == ", ".join(proved)


def _then(cell: str, day: date) -> str:
    """Return the sign of the last entry up to a day, of a cell such as `– 2026-04-20, + ...`."""
    entries = [entry.split() for entry in cell.split(", ") if cell != "not rated"]
    return next((sign for sign, on in reversed(entries) if on <= str(day)), "not rated")


@pytest.mark.parametrize("wide", WIDTHS)
def test_a_line_steps_on_its_days_between_the_levels(wide: int) -> None:
    """Strong is above unknown, unknown above weak, and half the time is half the way."""
    signs = {0: "-", 100: "?", 200: "+"}
    rated = {day: {"solution_fit": {"us": sign}} for day, sign in signs.items()}
    drawn = multiples(sheet(rated, today=FIRST + timedelta(days=400)), wide)
    [line] = (each for each in drawn.iter("path") if each.get("stroke-width") == "2.4")
    found = re.fullmatch(r"M(\S+) (\S+) H(\S+) V(\S+) H(\S+) V(\S+) H(\S+)", line.attrib["d"])
    assert found
    left, weak, second, unknown, third, strong, right = map(float, found.groups())
    assert strong < unknown < weak
    assert second - left == pytest.approx((right - left) / 4, abs=0.2)
    assert third - left == pytest.approx((right - left) / 2, abs=0.2)


def test_a_closed_deal_ends_on_its_last_day() -> None:
    """What came after the closing is not on the axis, and the recommendation of then stays."""
    rated = {day: {"solution_fit": {"us": "+"}} for day in (0, 10)}
    found = sheet(rated, status="won", closed={"date": "2019-04-20"})
    assert until(found) == date(2019, 4, 20)
    assert "20 Apr" in words(multiples(found, 720))


def _figures(found: Sheet) -> dict[str, Table]:
    return {each.title: each.data for each in ratings("acme", found) if isinstance(each, Figure)}


@settings(max_examples=30)
@given(ASSESSMENTS, st.sampled_from([TODAY, date(2023, 1, 1)]), st.sampled_from(["out", "answer"]))
def test_strategies_are_those_of_each_day(
    assessed: dict[int, Any], changed: date, how: str
) -> None:
    """From each day on, what was within reach is what the deal as of that day gives.

    A competitor that drops out can change that, and an answer of ours to a question of the tree.
    """
    more: dict[str, dict[str, Any]] = {
        "out": {"competitors": {"x": {"name": "X", "out": {"date": str(changed)}}}},
        "answer": {
            "strategy": {"answers": {"compelling_event": {"answer": "no", "date": str(changed)}}}
        },
    }
    found = sheet(assessed, **more[how])
    course = spells(found)
    for day in (*(card.day for card in found.cards), changed, TODAY):
        if day < found.cards[0].day:
            continue
        then = Sheet.of(found.opportunity, Settings(), day).decision.reachable
        assert [each for each in course if each.since <= day][-1].reachable == then


ANY = st.lists(st.sampled_from([*strategies()]), min_size=1, max_size=6, unique=True)


@settings(max_examples=50)
@given(st.dictionaries(st.integers(0, 2700), ANY, min_size=1), st.sampled_from(WIDTHS))
def test_a_strategy_has_bars_for_its_times(times: dict[int, list[str]], wide: int) -> None:
    """Every strategy that was within reach is named once, and solid where it was the only one."""
    found = [Spell(FIRST + timedelta(days=at), tuple(times[at])) for at in sorted(times)]
    drawn = spells_svg(found, TODAY, wide)
    ensure_tidy(drawn)
    shown = {strategies()[key].title for each in found for key in each.reachable}
    assert {each.title for each in strategies().values() if each.title in words(drawn)} == shown
    bars = [each for each in drawn.iter("rect") if len(each)]
    alone = [each for each in bars if each.get("fill") != PAPER]
    assert bool(alone) == any(len(each.reachable) == 1 for each in found)


@pytest.mark.parametrize("wide", WIDTHS)
def test_bars_are_as_long_as_their_times(wide: int) -> None:
    """Times that join and are alike are one bar; those within reach today are written bold."""
    days = [FIRST + timedelta(days=at) for at in (0, 100, 200)]
    reachable = (("flanking", "develop"), ("fragment", "develop"), ("flanking",))
    found = [*map(Spell, days, reachable)]
    drawn = spells_svg(found, FIRST + timedelta(days=400), wide)
    bars = [(each[0].text or "", each) for each in drawn.iter("rect") if len(each)]
    right = max(float(each.attrib["x"]) + float(each.attrib["width"]) for _, each in bars)
    left = min(float(each.attrib["x"]) for _, each in bars)
    lengths = [(text.split(":")[0], float(each.attrib["width"])) for text, each in bars]
    assert [name for name, _ in lengths] == ["Flanking", "Flanking", "Fragment", "Develop"]
    shares = [long / (right - left) for _, long in lengths]
    assert shares == pytest.approx([0.25, 0.5, 0.25, 0.5], abs=0.002)
    bold = [each.text for each in drawn.iter("text") if each.get("font-weight")]
    assert bold == ["Flanking"]


def test_dots_of_many_assessments_are_not_on_one_another() -> None:
    """Evidence on nearly every day is a row of dots, not a bar."""
    proved = {"us": {"rating": "+", "evidence": [{"who": "Ann"}]}}
    drawn = multiples(sheet({day: {"solution_fit": proved} for day in range(0, 2800, 14)}), 720)
    dots = [each for each in drawn.iter("circle") if each.get("fill") == INK]
    across = sorted(float(each.attrib["cx"]) for each in dots[1:])
    assert len(across) > 10
    assert all(other - one >= 4.9 for one, other in pairwise(across))


RATED: dict[str, tuple[list[str], list[str], str]] = {
    "never": ([], [], ""),
    "once": (["7-"], [], "Assessed once, on 2019-03-01. A second assessment will show what moved."),
    "nothing-moved": (
        ["7-", "7-"],
        ["Ratings"],
        "2 assessments: no rating of ours is another one.",
    ),
    "ratings-moved": (["1- 7-", "1+"], ["Ratings"], "2 assessments: #1 turned strong."),
    "strategy-moved": (["17+", "5-"], ["Strategy", "Ratings"], "#5 turned weak."),
    "both-ways": (["1+ 2- 3-", "1? 2? 3+"], ["Ratings"], "#3 turned strong. #1 and #2 turned unkn"),
}


@pytest.mark.parametrize(("days", "drawn", "said"), RATED.values(), ids=[*RATED])
def test_what_moved_is_said_in_words(days: list[str], drawn: list[str], said: str) -> None:
    """With one assessment nothing is drawn, and a strategy only if it was ever another one."""
    keys = criterion_keys()
    rated = ({keys[int(each[:-1]) - 1]: {"us": each[-1]} for each in day.split()} for day in days)
    found = [*ratings("acme", sheet(dict(enumerate(rated))))]
    titles = [each.title for each in found if isinstance(each, Figure)]
    assert titles == [f"{title} over time" for title in drawn]
    assert said in " ".join(bare(each.words) for each in found if isinstance(each, Paragraph))
