"""The steps of a waterfall as rows, from top to bottom."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.views.svg.elements import write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, width
from tas_cli.views.svg.palette import INK, RED
from tas_cli.views.svg.waterfall_parts import (
    HEAD,
    NAME,
    Scale,
    Waterfall,
    bar,
    line,
    loses,
    named,
)

_TOP, _BAR, _GAP = 28.0, 14.0, 12.0
"""Where the first row is, how high a bar is, and the room beside a name."""
_BESIDE, _NAMES = 560.0, 0.36
"""From which width on names are beside the bars, not above, and the part of it they have then."""
_THINNEST = 4.0
"""How wide the outline of something tiny is."""
_FIGURE = Font(13, bold=True, end=True)


class _Layout(NamedTuple):
    """Where names end, whether bars are beside them, and where which level is."""

    room: float
    beside: bool
    scale: Scale


def draw(root: Element, drawn: Waterfall) -> float:
    """Draw all steps, and return where the drawing ends."""
    layout = _layout(drawn)
    heads = {first: words for first, _, words in drawn.groups()}
    y = _TOP
    for number, step in enumerate(drawn.steps):
        if number in heads or step.kind == "sum":
            y = _head(root, heads.get(number, ""), y, drawn.wide)
        y = _row(root, drawn, number, layout, y)
    return y


def _layout(drawn: Waterfall) -> _Layout:
    figures = max(width(drawn.figure(each), _FIGURE) for each in drawn.steps) + _GAP
    if drawn.wide < _BESIDE:
        return _Layout(
            drawn.wide - figures, beside=False, scale=Scale.of(drawn, 0, drawn.wide - _THINNEST)
        )
    left = drawn.wide * _NAMES
    return _Layout(left - _GAP, beside=True, scale=Scale.of(drawn, left, drawn.wide - figures))


def _head(root: Element, words: str, y: float, wide: float) -> float:
    """Draw a line and write what the next rows are; return where they begin."""
    line(root, Point(0, y), Point(wide, y))
    if words:
        write(root, Point(0, y + 17), words, HEAD)
    return y + (22 if words else 4)


def _row(root: Element, drawn: Waterfall, number: int, layout: _Layout, y: float) -> float:
    """Draw a step, and return where the next one begins."""
    step, scale = drawn.steps[number], layout.scale
    end = named(root, Point(0, y + 15), step, layout.room, NAME)
    top = y + 5 if layout.beside else end - 8
    start, stop, zero = map(scale.at, (step.before, step.after, Fraction(0)))
    line(root, Point(zero, top - 3), Point(zero, top + _BAR + 3))
    bar(root, step, Point(start, top), Point(stop, top + _BAR), drawn.currency)
    font = _FIGURE._replace(color=RED if loses(step) else INK)
    write(root, Point(drawn.wide, y + 16), drawn.figure(step), font)
    return max(end - 12, top + _BAR) + 10
