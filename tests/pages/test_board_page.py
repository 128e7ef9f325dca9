"""The board in a browser: its deals are searched, filtered and sorted, and nothing sticks out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import WIDTHS, Opens, at_width, measured
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from playwright.sync_api import Page

DEALS = {
    "harbour": ("Cranes", "kim", 1200000),
    "mill": ("Looms", "lee", 80000),
    "ferry": ("x" * 300, "lee", 120),
    "bridge": ("Über die Brücke <b>", "lee", 99),
    "orchard": ("Presses", "lee", 1),
}
DEAL = """\
tas: 1
name: "{name}"
customer: Harbour Authority
owner: {owner}
amount: {amount}
expected_close: 2026-11-01
competitors: {{x: {{name: Xylo}}}}
assessments:
  - date: 2026-10-05
    ratings: {{solution_fit: {{us: "+"}}, inside_support: {{us: "-"}}}}
"""


@pytest.fixture
def board(tas: Tas, tmp_path: Path) -> Path:
    """The board of five open deals as a file."""
    files = {
        f"opportunities/{key}.yaml": DEAL.format(name=name, owner=owner, amount=amount)
        for key, (name, owner, amount) in DEALS.items()
    }
    tas.at(write(tmp_path, files))
    assert tas("board", "--output", "board.html").status == 0
    return tmp_path / "board.html"


def _names(page: Page) -> list[str]:
    """Return the deals that are shown, by the beginning of their names."""
    rows = page.locator(".sifted tbody tr:visible summary").all_inner_texts()
    return [each[:4] for each in rows]


LARGEST = ["Cran", "Loom", "xxxx", "Über", "Pres"]


def test_without_a_script_all_deals_are_there(open_page: Opens, board: Path) -> None:
    """The largest first, and nothing that does not work."""
    page = open_page(board, script=False)
    assert _names(page) == LARGEST
    assert page.locator("button, input, select").count() == 0


def test_deals_are_searched_and_filtered(open_page: Opens, board: Path) -> None:
    """Words may lack accents; a filter narrows further; the number is said."""
    page = open_page(board)
    said = page.locator(".tools output")
    assert said.inner_text() == "5 shown"
    page.get_by_label("Search").fill("uber die")
    assert _names(page) == ["Über"]
    assert said.inner_text() == "1 of 5 shown"
    options = page.get_by_role("combobox", name="Owner").locator("option").all_inner_texts()
    assert options == ["all", "kim", "lee"]
    page.get_by_label("Search").fill("")
    page.get_by_role("combobox", name="Owner").select_option("kim")
    assert _names(page) == ["Cran"]
    page.get_by_role("combobox", name="Owner").select_option("")
    assert len(_names(page)) == 5


def test_a_search_without_a_hit_says_so(open_page: Opens, board: Path) -> None:
    """There is no empty table, and the table comes back with the next hit."""
    page = open_page(board)
    page.get_by_label("Search").fill("zeppelin")
    assert page.locator(".tools output").inner_text() == "No deal matches."
    assert not page.locator(".sifted").is_visible()
    page.get_by_label("Search").fill("loom")
    assert _names(page) == ["Loom"]


def test_deals_are_sorted_by_any_column(open_page: Opens, board: Path) -> None:
    """By keyboard as well: amounts from the largest, names from A, and the other way round."""
    page = open_page(board)
    amount, deal = (page.get_by_role("columnheader", name=name) for name in ("Amount", "Deal"))
    deal.get_by_role("button").press("Enter")
    assert _names(page) == ["Cran", "Loom", "Pres", "xxxx", "Über"]
    assert deal.get_attribute("aria-sort") == "ascending"
    deal.get_by_role("button").press("Enter")
    assert _names(page)[0] == "Über"
    amount.get_by_role("button").press("Space")
    assert _names(page)[:2] == ["Cran", "Loom"]
    assert amount.get_attribute("aria-sort") == "descending"
    assert deal.get_attribute("aria-sort") is None


def test_details_are_opened_all_at_once(open_page: Opens, board: Path) -> None:
    """And closed again."""
    page = open_page(board)
    page.get_by_role("button", name="Open all details").click()
    assert page.locator(".sifted details[open]").count() == 5
    page.get_by_role("button", name="Close all details").click()
    assert page.locator(".sifted details[open]").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_nothing_sticks_out(open_page: Opens, board: Path, *, script: bool) -> None:
    """On a phone rows are cards, and can be sorted by a list."""
    page = open_page(board, 375, script=script)
    if script:
        page.get_by_role("combobox", name="Sort").select_option("Deal")
        assert _names(page)[0] == "Cran"
        assert [measured(at_width(page, width), "layout") for width in WIDTHS] == [[], [], []]
    else:
        assert page.evaluate("document.documentElement.scrollWidth") == 375
