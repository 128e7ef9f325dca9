"""A deal's page on paper: two pages, whatever the deal has."""

from __future__ import annotations

import json
from importlib import import_module
from io import BytesIO
from itertools import cycle
from typing import Any

import pytest
from attacks import attacked
from browsing import Opens, measured
from made_pages import EXAMPLES, FULL, MANY_PEOPLE, Asked, Made

from tas_cli.method.catalogue import criterion_keys

WORDS = ("Short", "A sentence of some length that says one thing after the other, " * 6, "x" * 900)


def _large(rivals: int, each: int) -> dict[str, Any]:
    """Return a deal with many competitors, and that many of everything, in words of any length."""
    words, signs = cycle(WORDS), cycle("+?--+?+")
    names = {f"c{at}": {"name": f"Competitor {at} {next(words)}"} for at in range(rivals)}
    evidence = [{"when": "2026-11-01", "who": "Ann Lee, CFO", "what": WORDS[1]}]
    return {
        "tas": 1,
        "name": WORDS[1],
        "customer": WORDS[1],
        "owner": "kim",
        "amount": "3000000",
        "expected_close": "2027-03-31",
        "compelling_event": {"what": WORDS[2], "date": "2027-03-31"},
        "next": {"date": "2026-12-03", "what": WORDS[1]},
        "strategy": {"chosen": "flanking", "since": "2026-01-01", "reason": WORDS[1]},
        "competitors": names,
        "assessments": [
            {
                "date": f"2026-0{month}-01",
                "ratings": {
                    key: {
                        "us": {"rating": next(signs), "note": next(words), "evidence": evidence},
                        **{name: next(signs) for name in names},
                    }
                    for key in criterion_keys()
                },
            }
            for month in (1, 5, 9)
        ],
        "people": {f"p{at}": {"name": f"Ann Lee {at}", "title": next(words)} for at in range(each)},
        "tactics": [
            {"what": next(words), "owner": "kim", "due": f"2026-12-{1 + at % 28:02}"}
            for at in range(each)
        ],
    }


ENDLESS = Asked(("report", "full"), attacked("long words"), "endless")
LARGE = {
    size: Asked(
        ("report", "large"),
        (("tas.yaml", "tas: 1\n"), ("opportunities/large.yaml", json.dumps(_large(*size)))),
        f"large-{size[0]}",
    )
    for size in ((0, 1), (4, 12), (12, 60))
}
"""Deals with that many competitors, and that many people and tactics."""
SEVERAL = (MANY_PEOPLE, FULL, ENDLESS, *LARGE.values())
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
    for title in page.locator(".unprinted h2").all_text_contents():
        assert title in page.locator(".not-printed").inner_text()


def test_competitors_that_are_not_printed_are_counted(open_page: Opens, made: Made) -> None:
    """There is room for eight columns."""
    page = open_page(made(LARGE[12, 60]), SHEETS["Letter"], media="print")
    assert "4 competitors" in page.locator(".not-printed").inner_text()
