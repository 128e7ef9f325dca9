"""Pages in a browser: silent, in shape at every width, and for everybody."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from browsing import WIDTHS, Opens, at_width, measured, needs_axe, violations
from made_pages import ACCOUNT, ALL, BOARD, FULL, KINDS, MANY_PEOPLE, Asked, Made

if TYPE_CHECKING:
    from playwright.sync_api import Page

UNFOLD = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
_MOST_KEYS = 600
_AROUND = """document.activeElement === document.body
  || (reached.length > 1 && reached.at(-1).index === reached[0].index)"""


@pytest.mark.parametrize("asked", ALL, ids=str)
def test_a_page_is_silent_and_fits_every_width(open_page: Opens, made: Made, asked: Asked) -> None:
    """Nothing sticks out, is cut off or scrolls the whole page, folded up or unfolded."""
    page = open_page(made(asked))
    assert measured(at_width(page, WIDTHS[0]), "layout") == []
    page.evaluate(UNFOLD)
    found = {width: measured(at_width(page, width), "layout") for width in WIDTHS}
    assert not {width: wrong for width, wrong in found.items() if wrong}


@needs_axe
@pytest.mark.parametrize("asked", [FULL, MANY_PEOPLE, ACCOUNT, BOARD], ids=str)
def test_a_page_is_for_everybody(open_page: Opens, made: Made, asked: Asked) -> None:
    """Nothing violates WCAG 2.2 AA, by day; at night and on paper letters have enough contrast."""
    page = open_page(made(asked))
    page.evaluate(UNFOLD)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []
    page.emulate_media(color_scheme="light", media="print")
    assert violations(page, "color-contrast") == []


def _tabbed(page: Page) -> list[dict[str, Any]]:
    """Return what the Tab key reaches, until it leaves the page or is where it began."""
    for _ in range(_MOST_KEYS):
        page.keyboard.press("Tab")
        if page.evaluate(_AROUND):
            break
    reached: list[dict[str, Any]] = page.evaluate("window.reached")
    again = len(reached) > 1 and reached[-1]["index"] == reached[0]["index"]
    return reached[:-1] if again else reached


@pytest.mark.parametrize(
    ("asked", "width"), [(FULL, 375), *((each, 1440) for each in KINDS)], ids=str
)
def test_the_keyboard_reaches_everything(
    open_page: Opens, made: Made, asked: Asked, width: int
) -> None:
    """Tab stops at all that acts or scrolls, in the order of the page, and shows where it is."""
    page = open_page(made(asked), width)
    wanted = measured(page, "keys")
    reached = _tabbed(page)
    stops = [each["index"] for each in reached]
    assert [
        wanted["names"][index] for index in range(len(wanted["names"])) if index not in stops
    ] == []
    assert [
        each for each in wanted["frames"] if not {each["index"], *each["inside"]} & {*stops}
    ] == []
    assert [each["name"] for each in reached if not each["seen"]] == []
    back = [
        (before["name"], after["name"])
        for before, after in pairwise(reached)
        if after["bottom"] <= before["top"]
        and min(before["right"], after["right"]) > max(before["left"], after["left"])
    ]
    assert back == []


def test_details_open_by_keyboard(open_page: Opens, made: Made) -> None:
    """Enter on a summary shows its details, and hides them again."""
    page = open_page(made(FULL))
    for summary in page.locator("summary").all()[:3]:
        summary.focus()
        for shown in (True, False):
            page.keyboard.press("Enter")
            assert summary.evaluate("(each) => each.parentElement.open") is shown


@pytest.mark.parametrize("asked", [FULL, BOARD], ids=str)
def test_everything_is_there_without_scripts(open_page: Opens, made: Made, asked: Asked) -> None:
    """Scripts add controls, but no content: without them, every word and figure is on the page."""
    said = []
    for script in (True, False):
        page = open_page(made(asked), script=script)
        page.evaluate(UNFOLD)
        page.evaluate("document.querySelectorAll('.tools, .fold').forEach((each) => each.remove())")
        said.append(page.inner_text("main").split())
    assert said[0] == said[1]
