"""What a plan in time looks like in both directions: marks, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.timeline import Moment
from tas_cli.assess.way_back import Stretch
from tas_cli.views.svg.elements import add, path, polygon, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded, width
from tas_cli.views.svg.palette import GREEN, INK, PAPER, QUIET, RED, SLATE

_Pen = dict[str, float | str]
TEXT, NOTE, HEAD = Font(12), Font(11, QUIET), Font(12, QUIET, bold=True)
STRONG = Font(12, bold=True)
RADIUS = 6.0
"""Half the size of a mark."""
_COLORS = {"open": INK, "done": GREEN, "late": RED}
_LEADING = 1.35


class Label(NamedTuple):
    """Words beside a mark: what, and below it in smaller letters what else is known."""

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    font: Font = TEXT
    note: Font = NOTE

    @classmethod
    def of(cls, text: str, more: str, room: float, *, late: bool = False) -> Label:
        """Return whole words, folded to lines of at most `room` pixels."""
        note = NOTE._replace(color=RED) if late else NOTE
        lines, notes = folded(text, room, TEXT), folded(more, room, note)
        return cls(tuple(lines), tuple(notes), note=note)

    @property
    def wide(self) -> float:
        """The width of the longest line."""
        widths = [width(each, self.font) for each in self.lines]
        return max([*widths, *(width(each, self.note) for each in self.notes)], default=0.0)

    @property
    def high(self) -> float:
        """The height of all lines."""
        lines, notes = len(self.lines) * self.font.size, len(self.notes) * self.note.size
        return (lines + notes) * _LEADING

    def write(self, root: Element, at: Point) -> None:
        """Write it from a corner on, on ground of its own, so no line runs through it."""
        add(root, "rect", x=at.x, y=at.y, width=self.wide, height=self.high, fill=PAPER)
        below = at.moved(Point(0, self.font.size))
        below = write_lines(root, below, self.lines, self.font, _LEADING)
        write_lines(root, below, self.notes, self.note, _LEADING)


def mark(root: Element, at: Point, moment: Moment) -> None:
    """Draw a mark: round for a tactic, square for an action item, a diamond for a date."""
    color = _COLORS[moment.state]
    solid = moment.state == "done" or moment.kind in ("event", "close")
    pen: _Pen = {"fill": color if solid else PAPER, "stroke": color, "stroke_width": 1.8}
    side = RADIUS - 1
    if moment.kind == "tactic":
        add(root, "circle", cx=at.x, cy=at.y, r=side, **pen)
    elif moment.kind == "action":
        add(root, "path", d=polygon(_corners(at, (-side, -side), (side, -side))), **pen)
    else:
        add(root, "path", d=polygon(_corners(at, (0, -RADIUS), (RADIUS, 0))), **pen)
    _sign(root, at, moment)


def _corners(at: Point, one: tuple[float, float], two: tuple[float, float]) -> list[Point]:
    """Return two corners around a point, and those across from them."""
    first, second = Point(*one), Point(*two)
    return [at.moved(first), at.moved(second), at.moved(first, -1), at.moved(second, -1)]


def _sign(root: Element, at: Point, moment: Moment) -> None:
    """Draw a check on what is done, and an exclamation mark on what is late."""
    x, y = at
    pen: _Pen = {"fill": "none", "stroke_width": 1.6, "stroke_linecap": "round"}
    if moment.state == "done":
        tick = path("M", Point(x - 2.4, y), "L", Point(x - 0.6, y + 2), "L", Point(x + 2.6, y - 2))
        add(root, "path", d=tick, stroke=PAPER, **pen)
    elif moment.state == "late":
        solid = moment.kind in ("event", "close")
        line = path("M", Point(x, y - 2.8), "L", Point(x, y + 0.4))
        dot = path("M", Point(x, y + 2.8), "L", Point(x, y + 2.9))
        add(root, "path", d=f"{line} {dot}", stroke=PAPER if solid else RED, **pen)


def bar(root: Element, start: Point, end: Point, *, late: bool) -> None:
    """Draw a stretch of days between two corners; `late` is what lies before today."""
    wide, high = max(end.x - start.x, 1.5), max(end.y - start.y, 1.5)
    color = RED if late else SLATE
    add(root, "rect", x=start.x, y=start.y, width=wide, height=high, fill=color)


def parts(stretch: Stretch, today: date) -> Iterator[tuple[bool, date, date]]:
    """Yield the days of a step before today and those that are left; True says before today."""
    spans = ((stretch.begin, min(stretch.end, today)), (max(stretch.begin, today), stretch.end))
    for passed, (begin, end) in zip((True, False), spans, strict=True):
        if begin < end:
            yield passed, begin, end
