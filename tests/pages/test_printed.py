"""A deal's page on paper: two pages, whatever the deal has."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
from attacks import attacked
from browsing import Opens, measured
from made_pages import EXAMPLES, FULL, MANY_PEOPLE, Asked, Made

ENDLESS = Asked(("report", "full"), attacked("long words"), "endless")
SEVERAL = (MANY_PEOPLE, FULL, ENDLESS)
SHEETS = {"Letter": 725, "A4": 703}
"""How wide the paper is between its margins, in CSS pixels."""
CUT = """[...document.querySelectorAll(".sheet")]
  .filter((each) => each.scrollHeight > each.clientHeight + 2).map((each) => each.scrollHeight)"""


@pytest.mark.parametrize(
    ("asked", "paper"),
    [*((asked, "Letter") for asked in (*EXAMPLES, *SEVERAL)), (FULL, "A4")],
    ids=str,
)
def test_a_deal_prints_on_two_pages(open_page: Opens, made: Made, asked: Asked, paper: str) -> None:
    """Whatever it has, and nothing is cut off at an edge of the paper."""
    page = open_page(made(asked), SHEETS[paper], media="print")
    assert measured(page, "layout") == []
    assert page.evaluate(CUT) == []
    read: Any = import_module("pypdf").PdfReader(BytesIO(page.pdf(format=paper)))
    words = [each.extract_text().strip() for each in read.pages]
    assert 1 <= len(words) <= 2
    assert all(words)
