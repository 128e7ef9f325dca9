"""The decision tree as a drawing: seven questions in order down, strategies on the right.

The way that the answers take is a thick line to the strategy recommended. Where an answer is
unknown, dashed lines show the ways that are still possible. All else is pale.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.deal import DealOnDay
from tas_cli.strategy.scenarios import Way
from tas_cli.views.svg.document import canvas
from tas_cli.views.svg.elements import add, hover, path, write, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, width
from tas_cli.views.svg.palette import AMBER, FAINT, INK, PAPER, QUIET
from tas_cli.views.svg.tree_layout import (
    ANSWER,
    ASKED,
    INSIDE,
    LEADING,
    NODE,
    NOTE,
    REASON,
    SPINE,
    STRATEGY,
    TEXT,
    Exit,
    Row,
    laid_out,
)
from tas_cli.views.svg.tree_reasons import draw_line

_RAIL = 8.0
"""Where the way around some questions is, left of the way through all of them."""
_BEND, _HALF = 9.0, 11.0
"""The radius of a bend, and half the height of a strategy."""
_NUMBER, _WAY = Font(11.5, bold=True, middle=True), Font(11, QUIET)
_BASE = 4.2
"""How far below the middle of a line of text its baseline is."""


class Look(IntEnum):
    """How a way is drawn, the most important last."""

    PALE = 0
    POSSIBLE = 1
    TAKEN = 2


_PENS: dict[Look, dict[str, float | str]] = {
    Look.PALE: {"stroke": FAINT, "stroke_width": 1},
    Look.POSSIBLE: {"stroke": AMBER, "stroke_width": 2, "stroke_dasharray": "5 4"},
    Look.TAKEN: {"stroke": INK, "stroke_width": 4},
}


class _Tree(NamedTuple):
    """The questions of a deal by key, and where the strategies begin."""

    deal: DealOnDay
    rows: dict[str, Row]
    right: float

    def look(self, way: Way) -> Look:
        """Return how a way is drawn."""
        taken = self.rows[way.step].taken
        if taken and taken.answer == way.answer:
            return Look.TAKEN
        return Look.POSSIBLE if way in self.deal.decision.ways else Look.PALE


def decision_tree(deal: DealOnDay, wide: float) -> Element:
    """Return the tree with the way taken, as a drawing of that width in pixels."""
    rows = laid_out(deal, wide)
    column = max(each.wide for row in rows.values() for each in row.exits)
    drawn = _Tree(deal, rows, wide - column)
    root = canvas(wide, max(row.bottom for row in rows.values()))
    ways = (Way(row.step.key, answer) for row in rows.values() for answer in row.step.ways)
    for way in sorted(ways, key=drawn.look):
        _way(root, way, drawn)
    for row in rows.values():
        _question(root, row, drawn)
        for each in row.exits:
            _strategy(root, each, drawn)
    return root


def _way(parent: Element, way: Way, drawn: _Tree) -> None:
    """Draw the line from a question to where an answer leads."""
    row = drawn.rows[way.step]
    target = drawn.rows.get(row.step.ways[way.answer])
    look = drawn.look(way)
    if target is None:
        _out(parent, next(each for each in row.exits if each.way == way), row, drawn)
    elif target.step.number == row.step.number + 1:
        _line(parent, path("M", row.node, "L", target.node), look)
    else:
        _around(parent, way, row, target, look)


def _line(parent: Element, data: str, look: Look) -> None:
    add(parent, "path", d=data, fill="none", **_PENS[look])


def _around(parent: Element, way: Way, row: Row, target: Row, look: Look) -> None:
    """Draw the line on the left, around the questions that an answer skips."""
    start, end = Point(_RAIL, row.node.y), Point(_RAIL, target.node.y)
    before, after = Point(0, _BEND), Point(0, -_BEND)
    right = Point(_BEND, 0)
    data = path(
        *("M", row.node, "L", start.moved(right), "Q", start, start.moved(before)),
        *("L", end.moved(after), "Q", end, end.moved(right), "L", target.node),
    )
    _line(parent, data, look)
    at = Point((_RAIL + SPINE - NODE) / 2, row.node.y - 6)
    write(parent, at, way.answer, _WAY._replace(middle=True, color=_ink(look)))


def _out(parent: Element, each: Exit, row: Row, drawn: _Tree) -> None:
    """Draw the line to a strategy, with the answer on it."""
    corner, look = Point(SPINE, each.y), drawn.look(each.way)
    bend = (corner.moved(Point(0, -_BEND)), "Q", corner, corner.moved(Point(_BEND, 0)))
    _line(parent, path("M", row.node, "L", *bend, "L", Point(TEXT - 4, each.y)), look)
    write(parent, Point(TEXT, each.y + _BASE), each.way.answer, _WAY._replace(color=_ink(look)))
    start = Point(TEXT + width(each.way.answer, _WAY) + 4, each.y)
    _line(parent, path("M", start, "L", Point(drawn.right, each.y)), look)


def _ink(look: Look) -> str:
    return {Look.TAKEN: INK, Look.POSSIBLE: AMBER}.get(look, QUIET)


def _question(parent: Element, row: Row, drawn: _Tree) -> None:
    """Write a question beside its node, with its answer and the reasons."""
    group = add(parent, "g")
    hover(group, row.step.about)
    _node(group, row, drawn)
    font = ASKED if row.taken else ASKED._replace(color=QUIET)
    first = Point(TEXT, row.answered.y - (len(row.question) - 1) * LEADING)
    write_lines(group, first, filter(None, row.question), font, LEADING / font.size)
    if row.taken:
        color = AMBER if row.taken.answer == "unknown" else INK
        write(group, row.answered, row.taken.answer, ANSWER._replace(color=color))
    for place, line in enumerate(row.reasons):
        draw_line(group, row.below.moved(Point(0, place * REASON)), line)


def _node(parent: Element, row: Row, drawn: _Tree) -> None:
    """Draw the number of a question: on dark ground if it is answered on the way."""
    ways = [drawn.look(Way(row.step.key, answer)) for answer in row.step.ways]
    answered = Look.TAKEN in ways
    color = _ink(max(ways)) if row.taken or max(ways) else FAINT
    fill, ink = (color, PAPER) if answered else (PAPER, QUIET if color == FAINT else color)
    add(
        parent, "circle", cx=SPINE, cy=row.node.y, r=NODE, fill=fill, stroke=color, stroke_width=1.5
    )
    at = row.node.moved(Point(0, _BASE))
    write(parent, at, str(row.step.number), _NUMBER._replace(color=ink))


def _strategy(parent: Element, each: Exit, drawn: _Tree) -> None:
    """Write the name of a strategy: on dark ground if recommended, outlined if still possible."""
    at = Point(drawn.right, each.y)
    decision = drawn.deal.decision
    if each.strategy == decision.recommended:
        color = PAPER
        _pill(parent, at, each, fill=INK, stroke=INK)
    elif each.strategy in decision.reachable:
        color = AMBER
        _pill(parent, at, each, fill=PAPER, stroke=AMBER, stroke_dasharray="5 4")
    else:
        color = QUIET
    font = STRATEGY._replace(color=color, bold=color != QUIET)
    inside = at.moved(Point(INSIDE, _BASE))
    write(parent, inside, each.title, font)
    if each.note:
        write(parent, inside.moved(Point(0, _HALF + 7)), each.note, NOTE)


def _pill(parent: Element, at: Point, each: Exit, **look: float | str) -> None:
    wide = width(each.title, STRATEGY) + 2 * INSIDE
    size = {"width": wide, "height": 2 * _HALF, "rx": _HALF}
    add(parent, "rect", x=at.x, y=at.y - _HALF, stroke_width=1.5, **size, **look)
