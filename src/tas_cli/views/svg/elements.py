"""The elements of a picture. Text is data: the writer escapes it, and `safe` disarms it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from tas_cli.views.safe import safe
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font

FONTS = "Segoe UI, Helvetica Neue, Helvetica, Arial, DejaVu Sans, sans-serif"


def add(parent: Element, name: str, **attributes: float | str) -> Element:
    """Add an element and return it; in the names of attributes, `_` stands for a hyphen."""
    return SubElement(
        parent,
        name,
        {key.rstrip("_").replace("_", "-"): number(each) for key, each in attributes.items()},
    )


def number(value: float | str) -> str:
    """Return a number as short as it is exact to a tenth of a pixel."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def path(*points: Point | str) -> str:
    """Return the data of a path: letters of the language, and points."""
    return " ".join(
        each if isinstance(each, str) else f"{number(each.x)} {number(each.y)}" for each in points
    )


def polygon(points: Iterable[Point]) -> str:
    """Return a closed path along points."""
    first, *others = points
    return path("M", first, *(part for each in others for part in ("L", each)), "Z")


def write(parent: Element, at: Point, text: str, font: Font) -> None:
    """Add a line of text, with its baseline at a point."""
    look = {"font_weight": "bold"} if font.bold else {}
    look |= {"text_anchor": "middle"} if font.middle else {}
    look |= {"text_anchor": "end"} if font.end else {}
    line = add(parent, "text", x=at.x, y=at.y, font_size=font.size, fill=font.color, **look)
    line.text = safe(text)


def write_lines(
    parent: Element, at: Point, lines: Iterable[str], font: Font, leading: float = 1.35
) -> Point:
    """Add lines of text, the first one's baseline at a point; return where the next one's is.

    The `leading` is the distance of two lines, in parts of the font's size.
    """
    for line in lines:
        write(parent, at, line, font)
        at = at.moved(Point(0, font.size * leading))
    return at


def hover(parent: Element, text: str) -> None:
    """Say what an element is, where a pointer rests on it, and to a screen reader."""
    add(parent, "title").text = safe(text)
