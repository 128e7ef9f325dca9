"""A figure's drawings for a page: one for wide screens and one for phones."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from tas_cli.views.page import Figure, Sketch
from tas_cli.views.safe import safe

WIDE, NARROW = 720.0, 340.0
"""The widths in pixels that a figure is drawn at."""
PRINTED = 0.8
"""The size of a drawing on paper, on which letters of 11 pixels are those of a footnote."""


class Drawing(NamedTuple):
    """A drawing, and the screens that show it: `wide`, `narrow`, or both."""

    svg: Markup
    on: str


def drawings(figure: Figure) -> list[Drawing]:
    """Return a figure's drawings; one, if there is no need for another on a phone."""
    wide, narrow = (_drawn(figure, width) for width in (WIDE, NARROW))
    if wide == narrow:
        return [Drawing(wide, "both")]
    return [Drawing(wide, "wide"), Drawing(narrow, "narrow")]


def height(figure: Figure) -> float:
    """Return how many pixels high a figure's drawing for wide screens is."""
    return float(figure.draw(WIDE).attrib["height"])


def sketched(sketch: Sketch) -> Markup:
    """Return a drawing in a line, with its words for whoever cannot see it."""
    return _named(sketch.draw(), sketch.words)


def _drawn(figure: Figure, width: float) -> Markup:
    return _named(figure.draw(width), figure.title)


def _named(drawn: Element, name: str) -> Markup:
    drawn.attrib |= {"role": "img", "aria-label": safe(name)}
    return Markup(tostring(drawn, encoding="unicode"))  # noqa: S704 - the writer escapes its texts
