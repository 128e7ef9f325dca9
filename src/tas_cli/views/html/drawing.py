"""A figure's drawings for a page: one for wide screens and one for phones."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import inf
from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from tas_cli.views.page import Figure, Sketch
from tas_cli.views.safe import safe

WIDE, NARROW = 720.0, 340.0
"""The widths in pixels that a figure is drawn at."""
PRINTED = 0.8
"""The size of a drawing on paper, on which letters of 11 pixels are those of a footnote."""

_READABLE = 1300.0
"""How wide a drawing may be so that its letters can be read on paper, or in a column."""


class Drawing(NamedTuple):
    """A drawing, the screens that show it (`wide`, `narrow`, or `both`), and whether it scrolls.

    One for both may be made to fit the column of a large screen.
    """

    svg: Markup
    on: str
    scrolls: bool


def drawings(figure: Figure) -> list[Drawing]:
    """Return a figure's drawings; one, if there is no need for another on a phone."""
    wide, narrow = (_drawn(figure.draw, width) for width in (WIDE, NARROW))
    first, second = (_named(drawn, figure.title) for drawn in (wide, narrow))
    shown = [(wide, first, "wide", WIDE), (narrow, second, "narrow", NARROW)]
    if first == second:
        fits = float(wide.attrib["width"]) <= _READABLE
        shown = [(wide, first, "both fits" if fits else "both", NARROW)]
    return [Drawing(svg, on, float(drawn.attrib["width"]) > room) for drawn, svg, on, room in shown]


@lru_cache(maxsize=16)
def _drawn(draw: Callable[[float], Element], width: float) -> Element:
    """Return a drawing; it is remembered while its page is made, which asks for it again."""
    return draw(width)


def height(figure: Figure) -> float:
    """Return how many pixels high a figure's drawing for wide screens is if it has their width.

    One that could not be read on paper then has no height that would fit.
    """
    size = _drawn(figure.draw, WIDE).attrib
    wide, high = float(size["width"]), float(size["height"])
    return inf if wide > _READABLE else high * min(1, WIDE / wide)


def sketched(sketch: Sketch) -> Markup:
    """Return a drawing in a line, with its words for whoever cannot see it."""
    return _named(sketch.draw(), sketch.words)


def _named(drawn: Element, name: str) -> Markup:
    drawn.attrib |= {"role": "img", "aria-label": safe(name)}
    return Markup(tostring(drawn, encoding="unicode"))  # noqa: S704 - the writer escapes its texts
