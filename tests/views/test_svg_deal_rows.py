"""Ratings of several deals one below the other: every mark under its number, all names whole."""

from __future__ import annotations

from datetime import date

import pytest
from drawings import ensure_tidy, texts, words
from workspaces import opportunity, rated

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.line import DealLine
from tas_cli.board.measured import measured
from tas_cli.board.scope import Scope
from tas_cli.method.catalogue import criteria
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners
from tas_cli.views.svg.deal_rows import deal_rows

WIDTHS = (340, 720, 1000)
TODAY = date(2026, 11, 28)
NAMES = [
    "Cranes",
    "A very long name of a deal that cannot be on one line beside its twenty marks",
    "x" * 300,
    "<b>&x;\u202e",
]


def _line(name: str, signs: str) -> DealLine:
    settings = Settings()
    deal = DealOnDay.of(opportunity(rated()), settings, TODAY)
    owners, scope = Owners({}), Scope(settings, TODAY, TODAY)
    line = measured(deal, scope, owners=owners, began=None, forecast=[])
    return line._replace(name=name, signs=[signs])


LINES = [
    _line(name, signs * 5)
    for name, signs in zip(NAMES, ("+-?.", "....", "+???", "--+-"), strict=True)
]


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("number", [1, 4])
def test_all_is_drawn_within_any_width(wide: int, number: int) -> None:
    """On a phone the names are above their rows, and nothing is cut."""
    drawing = deal_rows(LINES[:number], wide)
    ensure_tidy(drawing)
    assert float(drawing.attrib["width"]) == wide
    assert "Cranes" in words(drawing)
    hovers = [each.text or "" for each in drawing.iter("title")]
    assert len(hovers) == number * len(criteria())
    assert hovers[:4] == [
        "1 Customer's application or project: +",
        "2 Customer's business profile: –",
        "3 Customer's financial condition: ?",
        "4 Access to funds: not rated",
    ]


@pytest.mark.parametrize("wide", WIDTHS)
def test_marks_are_under_the_numbers_of_their_criteria(wide: int) -> None:
    """A row that is all strong has a mark below each number."""
    drawing = deal_rows([_line("Cranes", "+" * 20)], wide)
    numbers = [each for each in texts(drawing) if each.words.isdigit()]
    assert [int(each.words) for each in numbers] == [each.number for each in criteria()]
    marks = [each for each in drawing.iter("g") if "scale" in each.get("transform", "")]
    places = [float(each.attrib["transform"].split("(")[1].split()[0]) for each in marks]
    assert places == pytest.approx([(each.left + each.right) / 2 for each in numbers], abs=0.1)
