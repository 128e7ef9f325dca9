"""The slider of a report shows the scorecard on an earlier day, and says what changed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import Opens, needs_axe, violations
from workspaces import rated, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from playwright.sync_api import Page

DEAL = rated(
    "2026-08-01 | solution_fit: {us: '+', x: '-'} | inside_support: {us: '?'}",
    "2026-09-01 | solution_fit: {us: '-'}",
    "2026-10-01 | inside_support: {us: '+'} | access_to_funds: {us: '+'}",
)


def _report(tas: Tas, folder: Path, deal: str) -> Path:
    tas.at(write(folder, {"opportunities/deal.yaml": deal}))
    assert tas("report", "deal", "--output", "deal.html").status == 0
    return folder / "deal.html"


def _marks(page: Page) -> list[str | None]:
    """Return what #4, #7 and #11 of ours are said to be."""
    rows = ("Access to funds", "Solution fit", "Inside support")
    cells = (page.locator("#grid tr", has_text=row).locator(".mark").first for row in rows)
    return [each.get_attribute("aria-label") for each in cells]


def test_the_keyboard_moves_the_day(open_page: Opens, tas: Tas, tmp_path: Path) -> None:
    """Home is the first assessment, End is now, and arrows go from change to change."""
    page = open_page(_report(tas, tmp_path, DEAL))
    slider, said = page.get_by_role("slider"), page.locator(".slider output")
    now = _marks(page)
    assert said.inner_text() == "As of the last change, 2026-10-01."
    slider.press("Home")
    assert _marks(page) == ["not rated", "strong", "unknown"]
    assert said.inner_text().startswith("2026-08-01: the first ratings.")
    slider.press("ArrowRight")
    assert _marks(page) == ["not rated", "weak", "unknown"]
    assert slider.get_attribute("aria-valuetext") == "2026-09-01"
    assert said.inner_text().startswith("2026-09-01: Solution fit (Us) strong → weak.")
    slider.press("End")
    assert _marks(page) == now
    assert "Access to funds (Us) not rated → strong" in said.inner_text()


def test_totals_are_not_beside_marks_of_another_day(
    open_page: Opens, tas: Tas, tmp_path: Path
) -> None:
    """On an earlier day the balance and who is ahead are hidden, and the slider says so."""
    against = DEAL.replace("inside_support: {us: '+'}", "inside_support: {us: '+', x: '-'}")
    page = open_page(_report(tas, tmp_path, against))
    slider = page.get_by_role("slider")
    balance = page.locator("#grid p", has_text="Balance")
    ahead = page.locator("#grid h3 .fact", has_text="we are ahead").first
    assert (balance.is_visible(), ahead.is_visible()) == (True, True)
    slider.press("Home")
    assert (balance.is_visible(), ahead.is_visible()) == (False, False)
    assert "Details show today; totals are hidden." in page.locator(".slider output").inner_text()
    slider.press("End")
    assert (balance.is_visible(), ahead.is_visible()) == (True, True)


@pytest.mark.parametrize("script", [True, False])
def test_without_a_change_there_is_no_slider(
    open_page: Opens, tas: Tas, tmp_path: Path, *, script: bool
) -> None:
    """Nor without a script."""
    deal = rated("2026-08-01 | solution_fit: {us: '+'}") if script else DEAL
    page = open_page(_report(tas, tmp_path, deal), script=script)
    assert page.locator("#grid .mark").count() > 0
    assert page.get_by_role("slider").count() == 0


@needs_axe
def test_everybody_can_use_it(open_page: Opens, tas: Tas, tmp_path: Path) -> None:
    """Axe finds nothing wrong with the slider, now or earlier."""
    page = open_page(_report(tas, tmp_path, DEAL), 375)
    page.get_by_role("slider").press("Home")
    assert violations(page) == []
