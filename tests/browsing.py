"""Pages in a real browser, which must stay silent and ask for nothing.

`TAS_CHROMIUM` is the path of Chromium, and Playwright comes with the extra `browser`; `TAS_AXE` is
the path of `axe.min.js` of the npm package `axe-core`. `.ci/run` installs all three if it can.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

CHROMIUM = os.environ.get("TAS_CHROMIUM", "")
AXE = os.environ.get("TAS_AXE", "")
WIDTHS = (375, 768, 1440)
Scheme = Literal["light", "dark"]
Medium = Literal["screen", "print"]
needs_axe = pytest.mark.skipif(not AXE, reason="TAS_AXE does not say where axe.min.js is")
_PATIENCE = 10_000
"""How many milliseconds to wait for something that does not come; no test measures time."""
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_SCRIPTS = Path(__file__).parent / "pages"


class Window(Protocol):
    """Gives a window, in which one page is open at a time."""

    def __call__(self, *, script: bool) -> Page:
        """Return the window."""


class Opens(Protocol):
    """Opens a page of HTML from a file, in a window of that width and with those preferences.

    It takes the place of the page that was open before.
    """

    def __call__(
        self,
        path: Path,
        width: int = 1440,
        scheme: Scheme = "light",
        media: Medium = "screen",
        *,
        script: bool = True,
    ) -> Page:
        """Return the page, loaded."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield a running browser.

    It is stopped after the module, since a worker's thread in which it runs has no other event loop
    meanwhile, and the tests of the full screens need theirs.
    """
    if not CHROMIUM:
        pytest.skip("TAS_CHROMIUM does not say where Chromium is")
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        yield running
        running.close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Window:
    """What gives the one window of the module with scripts, or the one without."""

    @cache
    def opened(*, script: bool) -> Page:
        context = browser.new_context(java_script_enabled=script, reduced_motion="reduce")
        context.set_default_timeout(_PATIENCE)
        return context.new_page()

    return opened


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained about, or asked for, so far."""
    return []


@pytest.fixture
def open_page(window: Window, complaints: list[str]) -> Iterator[Opens]:
    """Yield what opens a page; afterwards fail if one said, asked or ran into anything."""
    heard = _heard(complaints)
    windows: list[Page] = []

    def opens(
        path: Path,
        width: int = 1440,
        scheme: Scheme = "light",
        media: Medium = "screen",
        *,
        script: bool = True,
    ) -> Page:
        page = window(script=script)
        if page not in windows:
            windows.append(page)
            for event, hear in heard.items():
                page.on(event, hear)
        at_width(page, width).emulate_media(media=media, color_scheme=scheme)
        page.goto(path.as_uri())
        if script:
            page.evaluate("() => new Promise(requestAnimationFrame)")  # what it began is under way
        return page

    yield opens
    for page in windows:
        for event, hear in heard.items():
            page.remove_listener(event, hear)
    assert complaints == []


def _heard(complaints: list[str]) -> dict[Any, Callable[[Any], None]]:
    """Return what notes all that a page does and a quiet one does not, by event.

    It may go to another local page.
    """

    def asked(request: Request) -> None:
        if not (request.is_navigation_request() and request.url.startswith("file:")):
            complaints.append(f"request: {request.url[:200]}")

    def interrupted(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    return {
        "console": lambda message: complaints.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: complaints.append(f"error: {error}"),
        "popup": lambda other: complaints.append(f"popup: {other.url}"),
        "dialog": interrupted,
        "request": asked,
    }


@cache
def _script(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def measured(page: Page, name: str) -> Any:
    """Return what a script of these tests, `tests/pages/NAME.js`, finds in the page."""
    return page.evaluate(_script(_SCRIPTS / f"{name}.js"))


def at_width(page: Page, width: int) -> Page:
    """Return the page, laid out for a window of that width."""
    page.set_viewport_size({"width": width, "height": 900})
    return page


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe-core finds wrong with a page: by the rules given, or by all of WCAG 2.2 AA.

    The page's policy allows no other script, but the browser's own console may run one.
    """
    page.evaluate(_script(Path(AXE)) + "\n;undefined")
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS}
    asked = json.dumps({"runOnly": only, "resultTypes": ["violations"]})
    found = page.evaluate(f"axe.run(document, {asked})")["violations"]
    return [
        f"{each['impact']} {each['id']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for each in found
        for node in each["nodes"][:3]
    ]
