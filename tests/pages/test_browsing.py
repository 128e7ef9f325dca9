"""What watches pages in a browser sees it when a page does what ours may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import WIDTHS, Opens, at_width, measured, needs_axe, violations

if TYPE_CHECKING:
    from pathlib import Path

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
QUIET = f"""\
<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width"><title>A page</title>
<main><h1>A page</h1><p>Words, and <a href="#x">a link</a>.</p>
<details id="x"><summary>More</summary><p>There is more.</p></details>
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A page that does nothing wrong."""
    path = tmp_path / "page.html"
    path.write_text(QUIET, encoding="utf-8")
    return path


def _with(path: Path, body: str) -> Path:
    path.write_text(QUIET + body, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<script>console.log('so')</script>", "log: so"),
        ("<script>undefined_name()</script>", "error: undefined_name is not defined"),
        ("<script>alert('so')</script>", "dialog: so"),
        ("<img alt='' src='http://host.invalid/x.png'>", "request: http://host.invalid/x.png"),
        ("<link rel='stylesheet' href='x.css'>", "violates the following Content Security Policy"),
        ("<script>fetch('x.json').catch(() => 0)</script>", "Content Security Policy"),
    ],
)
def test_a_page_that_is_not_silent_fails(
    open_page: Opens, complaints: list[str], written: Path, body: str, complaint: str
) -> None:
    """A message, an error, a dialog, a request, and what the page's policy stops are noted."""
    open_page(_with(written, body))
    assert complaint in " ".join(complaints)
    complaints.clear()


def test_a_quiet_page(open_page: Opens, written: Path) -> None:
    """A page that does nothing wrong passes, with and without scripts."""
    page = open_page(written)
    assert [measured(at_width(page, width), "layout") for width in WIDTHS] == [[], [], []]
    assert open_page(written, script=False).inner_text("h1") == "A page"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<p style='width: 500px'>Wide</p>", "the page is"),
        ("<p style='margin-left: -20px'>Left</p>", "reaches from -"),
        ("<div style='overflow: hidden'><p style='width: 500px'>Cut</p></div>", "reaches from"),
        (f"<table style='table-layout: fixed; width: 90%'><td>{'x' * 40}<td>y</table>", "cell"),
        ("<svg width='90' height='20'><text x='50' y='15'>Beyond it</text></svg>", "cuts off"),
    ],
)
def test_a_layout_that_does_not_hold(
    open_page: Opens, written: Path, body: str, complaint: str
) -> None:
    """What is too wide, cut off or outside of its cell or drawing is found."""
    assert complaint in " ".join(measured(open_page(_with(written, body), 375), "layout"))


def test_what_scrolls_in_a_frame_is_in_order(open_page: Opens, written: Path) -> None:
    """A wide drawing may scroll sideways in a frame of its own."""
    body = "<div style='overflow-x: auto'><p style='width: 500px'>Wide</p></div>"
    assert measured(open_page(_with(written, body), 375), "layout") == []


@needs_axe
def test_what_not_everybody_can_read(open_page: Opens, written: Path) -> None:
    """Letters too faint, a picture without words, and a field without a name are found."""
    assert violations(open_page(written)) == []
    body = "<p style='color: #aaa'>Faint</p><img src='data:,'><input>"
    found = " ".join(violations(open_page(_with(written, body))))
    assert {"color-contrast", "image-alt", "label"} <= {word.strip(":") for word in found.split()}
    assert violations(open_page(written), "color-contrast")
