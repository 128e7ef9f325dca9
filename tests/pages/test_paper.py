"""A deal's page on paper: two pages, with nothing cut off, and what is left out is named."""

from __future__ import annotations

import json
import re
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from browsing import Opens
from cli import Tas
from workspaces import write

from tas_cli.method.catalogue import criterion_keys

if TYPE_CHECKING:
    from pathlib import Path

DEALS = ("hoshizora-foods", "kestrel-rail", "national-manufacturing", "wuersch-praezision")
PAPERS = {"A4": 703, "Letter": 725}
"""How many pixels wide each paper is between its margins."""
CUT = """() => [...document.querySelectorAll(".sheet")].map(each => {
  const shown = [...each.children].map(child => child.getBoundingClientRect().bottom);
  return Math.max(...shown) - each.getBoundingClientRect().bottom;
})"""
"""How many pixels of each page are below its end, where they are cut off."""
WORDS = ("Short", "A sentence of some length that says one thing after the other, " * 6, "x" * 900)


def large(rivals: int, each: int) -> dict[str, Any]:
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


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """The file for a page."""
    return tmp_path / "page.html"


@pytest.mark.parametrize("deal", DEALS)
def test_an_example_is_printed_on_two_pages(
    tas: Tas, printed: Path, open_page: Opens, deal: str
) -> None:
    """A part is on one of the two pages of each paper as a whole, or named."""
    printed.write_text(tas("report", deal, "--people").out, encoding="utf-8")
    fits(open_page, printed)


@pytest.mark.parametrize("size", [(0, 1), (1, 3), (4, 12), (12, 60)])
def test_a_large_deal_is_printed_on_two_pages(
    tas: Tas, tmp_path: Path, printed: Path, open_page: Opens, size: tuple[int, int]
) -> None:
    """The same for many competitors and long words; those left out are counted."""
    files = {"tas.yaml": "tas: 1\n", "opportunities/large.yaml": json.dumps(large(*size))}
    tas.at(write(tmp_path, files))
    printed.write_text(tas("report", "large", "--people").out, encoding="utf-8")
    assert ("4 competitors" in fits(open_page, printed)) is (size[0] == 12)


def fits(open_page: Opens, path: Path) -> str:
    """Ensure that a page fits on two pages, and return what it says is not printed."""
    page = open_page(path, media="print")
    for paper, width in PAPERS.items():
        page.set_viewport_size({"width": width, "height": 900})
        assert max(page.evaluate(CUT)) <= 0
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) <= 2
    said = " ".join(page.locator(".not-printed").all_text_contents())
    for title in page.locator(".unprinted h2").all_text_contents():
        assert title in said
    return said
