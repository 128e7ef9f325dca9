"""The pages that only a site has, in a browser: they fit every width, and lead to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import WIDTHS, Opens, at_width, measured, needs_axe, violations
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Scheme
    from cli import Tas

LONG = "x" * 300
RATED = """\
account: weavers
amount: 1200000
expected_close: 2026-12-01
assessments:
  - {date: 2026-10-05, ratings: {solution_fit: {us: "+"}, inside_support: {us: "-"}}}
"""
DEALS = {
    "tas.yaml": "tas: 1\nteam: {lee: {name: Lee Moss}}\n",
    "opportunities/quarry.yaml": f"tas: 1\nname: Drills\ncustomer: Quarry\nowner: lee\n{RATED}",
    "opportunities/long.yaml": f"tas: 1\nname: {LONG}\ncustomer: {LONG}\nowner: {LONG}\n{RATED}",
    "opportunities/mill.yaml": "tas: 1\nname: Looms\ncustomer: Mill\nstatus: won\nowner: lee\n",
    f"opportunities/{LONG[:100]}.yaml": "tas: 1\nname: Odd\ncustomer: Odd\n",
    "opportunities/broken.yaml": f"tas: 1\nname: <b>{LONG}\n",
    "accounts/weavers.yaml": f"tas: 1\nname: {LONG}\n",
}
PAGES = ("deals", "matrix", "reps", "reps/lee", "deals/broken")


@pytest.fixture
def site(tas: Tas, tmp_path: Path) -> Path:
    """A site with names of all lengths."""
    tas.at(write(tmp_path, DEALS))
    assert tas("site", "--output", "site").status == 0
    return tmp_path / "site"


def test_nothing_sticks_out_at_any_width(open_page: Opens, site: Path) -> None:
    """On a phone, a tablet and a desk; names of any length are broken."""
    for name in PAGES:
        page = open_page(site / f"{name}.html")
        found = {width: measured(at_width(page, width), "layout") for width in WIDTHS}
        assert (name, found) == (name, {width: [] for width in WIDTHS})


def test_links_and_search_lead_to_a_deal_and_back(open_page: Opens, site: Path) -> None:
    """By the short name, which is in no column; the board leads everywhere."""
    page = open_page(site / "deals.html")
    assert page.locator("nav [aria-current=page]").inner_text() == "Deals"
    page.get_by_label("Search").fill("quarry")
    assert page.locator("tbody tr:visible").count() == 1
    page.locator("tbody tr:visible a").first.click()
    assert page.locator("h1").inner_text() == "Drills"
    page.get_by_role("link", name="owner: lee").click()
    assert page.locator("h1").inner_text() == "Lee Moss"
    page.get_by_role("link", name="Board").click()
    assert page.locator("h1").inner_text() == "Board"


@needs_axe
def test_everybody_can_read_the_pages(open_page: Opens, site: Path) -> None:
    """By day and by night."""
    pages: dict[str, Scheme] = {"deals": "dark", "reps/lee": "light", "deals/broken": "light"}
    found = {
        name: violations(open_page(site / f"{name}.html", scheme=scheme))
        for name, scheme in pages.items()
    }
    assert found == {name: [] for name in pages}
