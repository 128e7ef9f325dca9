"""The steps of a waterfall as columns, from left to right."""

from __future__ import annotations

from fractions import Fraction
from xml.etree.ElementTree import Element

from tas_cli.views.svg.elements import write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded, width
from tas_cli.views.svg.palette import INK, RED
from tas_cli.views.svg.waterfall_parts import (
    HEAD,
    NAME,
    Scale,
    Waterfall,
    bar,
    line,
    loses,
    name,
    named,
)

_LEAST, _MOST, _LINES = 78.0, 132.0, 5
"""The least and the most width of a column, and the most lines of a name below it."""
_HIGH, _TOP, _EDGE = 230.0, 30.0, 22.0
"""How high the columns are together, where they have heads, and the room for a figure."""
_SIDE, _GAP = 0.18, 8.0
"""The part of a column that is free at a side, and the pixels between two names."""
_FIGURE = Font(13, bold=True, middle=True)


def fits(drawn: Waterfall) -> bool:
    """Whether the whole names fit below columns."""
    column = _wide(drawn)
    return column >= _LEAST and all(_whole(name(each), column) for each in drawn.steps)


def _wide(drawn: Waterfall) -> float:
    """Return the width of a column."""
    return min(drawn.wide / len(drawn.steps), _MOST)


def _whole(text: str, column: float) -> bool:
    """Whether a name is whole on a few lines, without breaking a word."""
    font, room = NAME._replace(bold=True), column - _GAP
    words = (width(each, font) for each in text.split())
    return max(words, default=0) <= room and len(folded(text, room, font)) <= _LINES


def draw(root: Element, drawn: Waterfall) -> float:
    """Draw all steps, and return where the drawing ends."""
    top, column = _TOP + 2 * _EDGE, _wide(drawn)
    scale = Scale.of(drawn, top + _HIGH, top)
    _heads(root, drawn, column)
    zero = scale.at(Fraction(0))
    line(root, Point(0, zero), Point(column * len(drawn.steps), zero))
    for number in range(len(drawn.steps)):
        _column(root, drawn, number, scale)
    below = top + _HIGH + _EDGE + 12
    middles = (Point((at + 0.5) * column, below) for at in range(len(drawn.steps)))
    font = NAME._replace(middle=True)
    return max(
        named(root, at, each, column - _GAP, font)
        for at, each in zip(middles, drawn.steps, strict=True)
    )


def _column(root: Element, drawn: Waterfall, number: int, scale: Scale) -> None:
    """Draw a step with its figure, and the line that leads to the next one."""
    column, step = _wide(drawn), drawn.steps[number]
    start, end = scale.at(step.before), scale.at(step.after)
    left, right = (number + _SIDE) * column, (number + 1 - _SIDE) * column
    if number + 1 < len(drawn.steps):
        line(root, Point(right, end), Point(right + 2 * _SIDE * column, end))
    bar(root, step, Point(left, start), Point(right, end), drawn.currency)
    figure = max(start, end) + 15 if step.change < 0 else min(start, end) - 6
    font = _FIGURE._replace(color=RED if loses(step) else INK)
    write(root, Point((left + right) / 2, figure), drawn.figure(step), font)


def _heads(root: Element, drawn: Waterfall, column: float) -> None:
    """Write above the columns what groups of them are, with a line over each group."""
    for first, last, words in drawn.groups():
        left, right = first * column + _GAP / 2, (last + 1) * column - _GAP / 2
        line(root, Point(left, _TOP), Point(right, _TOP))
        write(root, Point(left, _TOP + 16), words, HEAD)
