"""What the script adds to a page works by keyboard alone: search, filter, sort, unfold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browsing import Opens, at_width, measured, needs_axe, violations
from made_pages import BOARD, EXAMPLES, SITE, Asked, Made

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def _table(page: Page) -> Locator:
    return page.locator(".sifted").last


def _names(page: Page) -> list[str]:
    """Return the names of the deals that are shown."""
    return _table(page).locator("tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize("asked", [BOARD, SITE[1]], ids=str)
def test_deals_are_searched_and_filtered(open_page: Opens, made: Made, asked: Asked) -> None:
    """By words without regard for accents, and by owner; it says how many are shown."""
    page = open_page(made(asked))
    every = _names(page)
    page.get_by_role("searchbox").last.focus()
    page.keyboard.type("evariste")
    assert [name for name in every if name in _names(page)] == _names(page) != every
    assert page.get_by_text(re.compile(rf"^1 of {len(every)} shown$")).is_visible()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    assert _names(page) == every
    page.get_by_role("combobox", name="Owner").last.focus()
    page.keyboard.type("nicole")
    shown = _table(page).locator("tbody tr:visible").all_inner_texts()
    assert 0 < len(shown) < len(every)
    assert all("nicole" in row for row in shown)
    assert measured(at_width(page, 375), "layout") == []


@needs_axe
@pytest.mark.parametrize("asked", [BOARD, SITE[1]], ids=str)
def test_deals_are_sorted(open_page: Opens, made: Made, asked: Asked) -> None:
    """Enter on a head sorts by it, and again the other way; a reader of the screen is told."""
    page = open_page(made(asked))
    every = _names(page)
    head = _table(page).get_by_role("columnheader").filter(has_text="Deal").get_by_role("button")
    for way, reverse in (("ascending", False), ("descending", True)):
        head.focus()
        page.keyboard.press("Enter")
        assert _table(page).locator("[aria-sort]").get_attribute("aria-sort") == way
        assert _names(page) == sorted(every, key=str.casefold, reverse=reverse)
    assert violations(page) == []


def test_details_are_opened_all_at_once(open_page: Opens, made: Made) -> None:
    """The button opens those of its part, closes them again, and says which of both it does."""
    page = open_page(made(EXAMPLES[-1]))
    button = page.locator("#grid .fold")
    details = page.locator("#grid details")
    button.focus()
    for shown, says in ((True, "Close all details"), (False, "Open all details")):
        page.keyboard.press("Enter")
        assert set(details.evaluate_all("(all) => all.map((each) => each.open)")) == {shown}
        assert button.inner_text() == says
