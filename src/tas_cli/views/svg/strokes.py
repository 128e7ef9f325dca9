"""The lines between cards: authority, influence, conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import hypot
from xml.etree.ElementTree import Element

from tas_cli.views.svg.curves import Curve
from tas_cli.views.svg.elements import add, path, polygon
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.palette import BLUE, FAINT, PAPER, RED

_HEAD, _HALF_HEAD = 10.0, 4.5
_WAVE, _HIGH = 5.0, 3.2
"""How long and how high a stroke of a zigzag is."""


def authority(parent: Element, line: Sequence[Point]) -> None:
    """Draw a line of authority."""
    add(parent, "path", d=_along(line), fill="none", stroke=FAINT, stroke_width=1.5)


def influence(parent: Element, curve: Curve) -> None:
    """Draw an arrow of influence, with a margin of paper where it crosses other lines."""
    back = _direction(curve.end, curve.back)
    neck = curve.end.moved(back, _HEAD * 0.8)
    shaft = path("M", curve.start, "C", curve.toward, curve.back, neck)
    add(parent, "path", d=shaft, fill="none", stroke=PAPER, stroke_width=5)
    add(parent, "path", d=shaft, fill="none", stroke=BLUE, stroke_width=1.8)
    add(parent, "path", d=polygon(_head(curve.end, back)), fill=BLUE)


def conflict(parent: Element, curve: Curve) -> None:
    """Draw a conflict as a zigzag."""
    line = [*_zigzag(curve)]
    pen = {"fill": "none", "stroke_linejoin": "round"}
    add(parent, "path", d=_along(line), stroke=PAPER, stroke_width=5, **pen)
    add(parent, "path", d=_along(line), stroke=RED, stroke_width=1.6, **pen)


def _along(line: Sequence[Point]) -> str:
    return path("M", line[0], *(part for each in line[1:] for part in ("L", each)))


def _head(tip: Point, back: Point) -> tuple[Point, Point, Point]:
    base, across = tip.moved(back, _HEAD), Point(-back.y, back.x)
    return tip, base.moved(across, _HALF_HEAD), base.moved(across, -_HALF_HEAD)


def _direction(start: Point, end: Point) -> Point:
    """Return the direction between two points, one pixel long; down if they are the same."""
    far = hypot(end.x - start.x, end.y - start.y)
    return Point((end.x - start.x) / far, (end.y - start.y) / far) if far else Point(0, 1)


def _zigzag(curve: Curve) -> Iterator[Point]:
    """Yield points along a curve at equal distances, by turns to its left and to its right."""
    points = [curve.start, *curve.points(60), curve.end]
    yield points[0]
    due, side = _WAVE, 1.0
    lengths = accumulate(hypot(two.x - one.x, two.y - one.y) for one, two in pairwise(points))
    for (one, two), far in zip(pairwise(points), lengths, strict=True):
        while due < far - _WAVE / 2:
            along = _direction(one, two)
            yield two.moved(along, due - far).moved(Point(-along.y, along.x), side * _HIGH)
            due, side = due + _WAVE, -side
    yield points[-1]
