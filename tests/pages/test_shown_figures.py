"""What a page shows is what commands say in JSON, read in the browser from the page's tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from browsing import Opens, measured
from cli import ROOT
from made_pages import BOARD, EXAMPLES, FULL, MANY_PEOPLE, Asked, Made

if TYPE_CHECKING:
    from cli import Tas
    from playwright.sync_api import Page

SAID = {"strong": "+", "weak": "-", "unknown": "?"}
SIGNS = {"+": "+", "–": "-", "?": "?"}
_SLID = [
    Asked(("report", name)) for name in ("national-manufacturing", "saint-evariste-assurances")
]


def _tables(page: Page, part: str) -> list[dict[str, Any]]:
    return [each for each in measured(page, "tables") if each["part"] == part]


def _grid(page: Page) -> dict[int, dict[str, str]]:
    """Return the rating of each criterion by the name of each party, as the marks say it."""
    found = {}
    for table in _tables(page, "grid"):
        for row in table["rows"]:
            cells = zip(table["heads"], row, strict=True)
            marks = {head: mark.split(",")[0] for head, mark in cells if head not in _NO_PARTY}
            found[int(row[0])] = {head: SAID.get(mark, "") for head, mark in marks.items()}
    return found


_NO_PARTY = ("#", "Criterion", "Weak", "Strong")


def _shown(tas: Tas, asked: Asked, *more: str) -> dict[int, dict[str, str]]:
    """Return the same from `tas show`."""
    shown = tas("show", asked.call[1], "--format", "json", *more).json
    names = {each["id"]: each["name"] for each in shown["parties"]}
    return {
        each["number"]: {
            names[party]: cell["rating"] if cell["rated"] else ""
            for party, cell in each["cells"].items()
        }
        for question in shown["questions"]
        for each in question["criteria"]
    }


@pytest.mark.parametrize("asked", [*EXAMPLES, MANY_PEOPLE, FULL], ids=str)
def test_a_deals_figures(open_page: Opens, made: Made, tas: Tas, asked: Asked) -> None:
    """The scorecard, the last rating of each criterion over time, and the sums of the value."""
    path = made(asked)
    tas.at(path.parents[2] / asked.folder if asked.files else ROOT)
    page = open_page(path)
    shown = _shown(tas, asked)
    assert _grid(page) == shown
    for table in _tables(page, "ratings"):
        if table["label"] == "Ratings over time":
            at = table["heads"].index("We")
            last = {int(row[0]): row[at].split(", ")[-1][:1] for row in table["rows"]}
            assert {key: SIGNS.get(each, "") for key, each in last.items()} == {
                key: cells["Us"] for key, cells in shown.items()
            }
    _check_value(page, tas("value", asked.call[1], "--format", "json").json["value"])


def _check_value(page: Page, value: dict[str, Any] | None) -> None:
    steps = [each for each in _tables(page, "value") if each["heads"][0] == "Step"]
    assert bool(steps) == bool(value and value["costs"])
    for table in steps:
        figures = [(row[0], _number(row[2])) for row in table["rows"]]
        sums = [figure for step, figure in figures if step == "Sum"]
        assert value is not None
        assert {*sums} <= {_whole(value[each]["net"]) for each in ("confirmed", "claimed")}
        assert sums[-1] == sum(figure for step, figure in figures if step != "Sum")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("–", "-"))


def _whole(amount: str) -> Decimal:
    return Decimal(amount).to_integral_value()


def test_the_boards_figures(open_page: Opens, made: Made, tas: Tas) -> None:
    """Of each deal, the ratings and their balance are those that `tas show` counts."""
    tas.at(ROOT)
    [table] = _tables(open_page(made(BOARD)), "deals")
    rows = {row[0]: dict(zip(table["heads"], row, strict=True)) for row in table["rows"]}
    for asked in EXAMPLES:
        shown = tas("show", asked.call[1], "--format", "json").json
        us = shown["totals"]["us"]
        row = rows.pop(shown["name"], None)
        assert (row is not None) == (shown["status"] == "open")
        if row is not None:
            counts = f"{us['plus']} strong, {us['minus']} weak, {us['unknown']} unknown"
            assert (row["Ratings"], row["Customer"]) == (counts, shown["customer"])
            assert _number(row["Balance"].replace("\u2212", "-")) == us["balance"]
            assert row["Unknown"] == f"{us['unknown']} of 20"
    assert not rows


@pytest.mark.parametrize("asked", _SLID, ids=str)
def test_the_scorecard_of_an_earlier_day(
    open_page: Opens, made: Made, tas: Tas, asked: Asked
) -> None:
    """With the slider at a day, which the keyboard moves, marks are those of `tas show --at`."""
    tas.at(ROOT)
    page = open_page(made(asked))
    slider = page.get_by_role("slider")
    slider.focus()
    days = int(slider.get_attribute("max") or "")
    assert days >= 2
    for _ in range(days):
        page.keyboard.press("ArrowLeft")
        day = str(slider.get_attribute("aria-valuetext"))
        assert _grid(page) == _shown(tas, asked, "--at", day)
    page.keyboard.press("End")
    assert _grid(page) == _shown(tas, asked)
