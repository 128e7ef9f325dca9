"""Our ratings in several deals, one below the other: what is weak in more than one stands out.

A row has a mark for each of the twenty criteria, under their numbers. Where there is no room
beside it, the deal's name is above its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from tas_cli.board.line import UNRATED, DealLine
from tas_cli.method.catalogue import criteria
from tas_cli.model.scalars import Rating
from tas_cli.views.page import SIGN
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import add, hover, write, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded
from tas_cli.views.svg.marks import mark
from tas_cli.views.svg.palette import FAINT, QUIET

_NAME, _NUMBER = Font(13), Font(11, QUIET, middle=True)
_LEAST, _MOST, _APART = 15.0, 24.0, 0.6
"""The room of a mark at least and at most, and that between two questions in parts of it."""
_UNITS = 20 + 3 * _APART
"""How many times the room of a mark a row is wide."""
_NAMES = 190.0
"""The room that names need beside their rows."""
_HEAD, _ROW, _EDGE, _LEADING = 20.0, 28.0, 10.0, 1.3


class _Rows(NamedTuple):
    """How rows are laid out: where the marks begin, how far apart they are, whose name is above."""

    left: float
    step: float
    above: bool

    def place(self, number: int, question: int) -> float:
        """Return where the mark of a criterion is, counted from 0."""
        return self.left + (number + 0.5 + (question - 1) * _APART) * self.step

    @property
    def right(self) -> float:
        """Where the rows end."""
        return self.left + _UNITS * self.step


def deal_rows(lines: Sequence[DealLine], wide: float) -> Element:
    """Return our marks in some deals as a drawing of that width in pixels."""
    rows = _laid_out(wide)
    drawing = canvas(wide, 0)
    for number, each in enumerate(criteria()):
        at = Point(rows.place(number, each.question), 12)
        write(drawing, at, str(each.number), _NUMBER)
    bottom = _HEAD
    for line in lines:
        bottom = _row(drawing, line, bottom, rows)
    return resized(drawing, wide, bottom + 2)


def _laid_out(wide: float) -> _Rows:
    beside = (wide - _NAMES) / _UNITS
    if beside < _LEAST:
        return _Rows(0, min(wide / _UNITS, _MOST), above=True)
    step = min(beside, _MOST)
    return _Rows(wide - _UNITS * step, step, above=False)


def _row(parent: Element, line: DealLine, top: float, rows: _Rows) -> float:
    """Draw a deal's name and its marks, and return how far down they reach."""
    room = rows.right if rows.above else rows.left - 12
    lines = folded(line.name, room, _NAME)
    high = len(lines) * _NAME.size * _LEADING
    tall = max(high + _EDGE, _ROW)
    middle = top + high + _EDGE / 2 + _ROW / 2 if rows.above else top + tall / 2
    first = top + _EDGE / 2 + _NAME.size if rows.above else middle - high / 2 + _NAME.size
    write_lines(parent, Point(0, first), lines, _NAME, _LEADING)
    group = add(parent, "g")
    for number, (each, sign) in enumerate(zip(criteria(), line.signs[0], strict=True)):
        _mark(group, Point(rows.place(number, each.question), middle), sign, rows)
        hover(group[-1], f"{each.number} {each.title}: {SIGN.get(sign, 'not rated')}")
    bottom = middle + (_ROW if rows.above else tall) / 2
    add(parent, "path", d=f"M0 {bottom:g}H{rows.right:g}", **_HAIR)
    return bottom


_HAIR: dict[str, float | str] = {"stroke": FAINT, "stroke_width": 0.4, "fill": "none"}


def _mark(parent: Element, at: Point, sign: str, rows: _Rows) -> None:
    """Draw a mark; what nobody has rated is a dot."""
    if sign == UNRATED:
        add(parent, "circle", cx=at.x, cy=at.y, r=1.6, fill=FAINT)
    else:
        mark(parent, at, cast("Rating", sign), radius=min(rows.step * 0.37, 8))
