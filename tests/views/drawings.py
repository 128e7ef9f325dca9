"""What every drawing keeps: all of it within its size, texts apart, readable, in known colors."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.views.svg.lettering import Font, width
from tas_cli.views.svg.palette import FAINT, NIGHT

SMALLEST = 11
KNOWN = {"svg", "title", "g", "path", "rect", "circle", "line", "text"}
"""The elements of a drawing: none of them loads or runs anything."""
STYLED = {"style", "class", "id"}
"""What a drawing has none of: a page has several, with a style sheet of its own."""
_SLACK = 0.5
"""How many pixels something may be over something else, or outside: numbers are rounded."""
_LINE = 0.95
"""How high a line of text is, in parts of the font's size."""


class Box(NamedTuple):
    """Where something is: its edges in pixels, and the words that are in it."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""

    def over(self, other: Box) -> bool:
        """Whether two are over one another, by more than they may touch."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > _SLACK
            and min(self.bottom, other.bottom) - max(self.top, other.top) > _SLACK
        )


def text_box(text: Element) -> Box:
    """Return where a line of text is, in a wide font."""
    size, words = float(text.attrib["font-size"]), text.text or ""
    wide = width(words, Font(size, bold="font-weight" in text.attrib))
    before = {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0.0)
    left, base = float(text.attrib["x"]) - before, float(text.attrib["y"])
    return Box(left, base - size * _LINE * 0.8, left + wide, base + size * _LINE * 0.2, words)


def rect_box(rect: Element) -> Box:
    """Return where a rectangle is."""
    left, top, wide, high = (float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
    return Box(left, top, left + wide, top + high)


def texts(root: Element) -> list[Box]:
    """Return all lines of text."""
    return [text_box(each) for each in root.iter("text")]


def words(root: Element) -> str:
    """Return all that can be read, in the order in which it is drawn."""
    return " ".join(each.words for each in texts(root))


def ensure_tidy(root: Element) -> None:
    """Fail unless a drawing keeps what every drawing keeps."""
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    canvas, lines = Box(0, 0, wide, high), texts(root)
    for box in (*lines, *map(rect_box, root.iter("rect"))):
        before, beyond = max(-box.left, -box.top), max(box.right - wide, box.bottom - high)
        assert max(before, beyond) <= _SLACK, (box, canvas)
    for one, other in combinations(lines, 2):
        assert not one.over(other), (one, other)
    colors = {each.get(key) for each in root.iter() for key in ("fill", "stroke")}
    assert colors <= {*NIGHT, "none", None}
    assert {each.tag for each in root.iter()} <= KNOWN
    assert not STYLED & {key for each in root.iter() for key in each.attrib}
    for each in root.iter("text"):
        assert float(each.attrib["font-size"]) >= SMALLEST
        assert each.attrib["fill"] != FAINT
