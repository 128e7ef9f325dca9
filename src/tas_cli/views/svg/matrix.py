"""The opportunity matrix as a drawing: time to the right, potential upward, a mark for each deal.

How far above the bar of high potential a deal is follows from its amount, in logarithms. Marks that
would overlap move apart within their half-year and their band; for what has no room there is a
number. A mark's shape says its quadrant, and its number is that of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import log10
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.board.matrix import DELAYED, EARLY, IN_PROGRESS, MONTHS, Matrix, Placed
from tas_cli.views.matrix_picture import UNDATED, column_of, fraction
from tas_cli.views.safe import safe
from tas_cli.views.svg.document import canvas
from tas_cli.views.svg.elements import add, hover, polygon, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, width
from tas_cli.views.svg.palette import BLUE, FAINT, GROUND, INK, PAPER, QUIET, SLATE
from tas_cli.views.words import short_amount

_RADIUS, _APART = 10.0, 22.0
"""Half the width of a mark, and from middle to middle of two at least."""
_HIGH, _LOW, _UNPRICED, _NAME, _AXIS = 200.0, 110.0, 56.0, 20.0, 22.0
"""The heights of the bands, of the line at the top that names a band, and of the axis."""
_TEXT, _LABEL, _INSIDE = Font(12, QUIET), Font(12), 11.0
_RESERVED = 2
"""How many places of a crowded cell the number of what has no room takes."""
_DECADES = 1.5
"""How many powers of ten above or below the bar a band reaches; what is further is at its edge."""


class _Box(NamedTuple):
    """A cell, or where words are."""

    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class _Band(NamedTuple):
    """A band of the drawing: its name, what is in it, and where it is."""

    name: str
    high: bool | None
    top: float
    bottom: float


def matrix_svg(shown: Matrix, wide: float) -> Element:
    """Return the matrix as a drawing of that width in pixels."""
    columns = UNDATED + any(each.column is None for each in shown.placed)
    bands = [*_bands(shown)]
    drawing = canvas(wide, bands[-1].bottom + _AXIS)
    edges = [number * wide / columns for number in range(columns + 1)]
    _frame(drawing, bands, edges)
    taken: list[tuple[Placed, Point]] = []
    words = [_Box(0, band.top, wide, band.top + _NAME) for band in bands]
    for band in bands:
        for column in range(columns):
            inside = [
                each
                for each in shown.placed
                if each.high is band.high and column_of(each) == column
            ]
            cell = _Box(edges[column], band.top + _NAME, edges[column + 1], band.bottom)
            found = _fill(inside, shown, cell)
            if len(found) < len(inside):
                words.append(_rest(drawing, len(inside) - len(found), cell))
            taken += found
    for each, at in taken:
        _mark(drawing, each, at)
    _label(drawing, taken, words, wide)
    return drawing


def _bands(shown: Matrix) -> Iterator[_Band]:
    yield _Band("High potential", high=True, top=0, bottom=_HIGH)
    yield _Band("Low potential", high=False, top=_HIGH, bottom=_HIGH + _LOW)
    if any(each.high is None for each in shown.placed):
        yield _Band("No amount", None, _HIGH + _LOW, _HIGH + _LOW + _UNPRICED)


def _frame(parent: Element, bands: Sequence[_Band], edges: Sequence[float]) -> None:
    """Draw the bands, the half-years, and what they are called."""
    right, bottom = edges[-1], bands[-1].bottom
    add(parent, "rect", x=0, y=0, width=right, height=_HIGH, fill=GROUND)
    for edge in edges[1:-1]:
        line = {"x1": edge, "x2": edge, "y1": _NAME, "y2": bottom}
        add(parent, "line", stroke=FAINT, stroke_width=0.5, stroke_dasharray="2 4", **line)
    for band in bands:
        write(parent, Point(6, band.top + 14), band.name, _TEXT)
        line = {"x1": 0, "x2": right, "y1": band.bottom, "y2": band.bottom}
        add(parent, "line", stroke=FAINT, stroke_width=1, **line)
    ticks = ("today", *(f"{each} mo." for each in MONTHS), "no date")
    for tick, left in zip(ticks, edges[:-1], strict=False):
        write(parent, Point(left, bottom + 15), tick, Font(11, QUIET))


def _fill(inside: Sequence[Placed], shown: Matrix, cell: _Box) -> list[tuple[Placed, Point]]:
    """Return where the marks of a cell are: near their places, or packed if there is little room.

    In a crowded cell, the last places are left free for the number of what has no room.
    """
    wanted = [_wanted(each, shown, cell) for each in inside]
    spots = [*_spots(cell)]
    found = _packed(wanted, spots, own=True)
    if len(found) < len(inside):
        found = _packed(wanted, spots)
    if len(found) < len(inside):
        found = _packed(wanted, spots, spots[-_RESERVED:])
    return [*zip(inside, found, strict=False)]


def _packed(
    wanted: Sequence[Point],
    spots: Sequence[Point],
    kept: Sequence[Point] = (),
    *,
    own: bool = False,
) -> list[Point]:
    """Return a free place near each wanted one, or with `own` itself, while there are any."""
    found: list[Point] = []
    for each in wanted:
        near = ([each] if own else []) + _nearest(spots, each)
        at = next((at for at in near if _is_free(at, (*kept, *found))), None)
        if at is None:
            break
        found.append(at)
    return found


def _rest(parent: Element, number: int, cell: _Box) -> _Box:
    """Write how many deals have no room in a cell, and return where that is."""
    last, words, font = [*_spots(cell)][-1], f"+{number}", _TEXT._replace(end=True)
    end = last.x + _RADIUS
    write(parent, Point(end, last.y + 4), words, font)
    return _Box(end - width(words, font), last.y - 8, end, last.y + 7)


def _spots(cell: _Box) -> Iterator[Point]:
    """Yield places for marks that do not overlap, row by row."""
    step, first = _APART, _RADIUS + 2
    down = cell.top + first
    while down <= cell.bottom - first:
        right = cell.left + first
        while right <= cell.right - first:
            yield Point(right, down)
            right += step
        down += step


def _nearest(spots: Iterable[Point], to: Point) -> list[Point]:
    return sorted(spots, key=lambda at: (at.x - to.x) ** 2 + (at.y - to.y) ** 2)


def _is_free(at: Point, taken: Iterable[Point]) -> bool:
    return all(max(abs(at.x - each.x), abs(at.y - each.y)) >= _APART - 0.01 for each in taken)


def _wanted(each: Placed, shown: Matrix, cell: _Box) -> Point:
    """Return where a mark would be if it were alone in its cell."""
    edge = _RADIUS + 2
    left, right, top, bottom = (
        cell.left + edge,
        max(cell.right - edge, cell.left + edge),
        cell.top + edge,
        cell.bottom - edge,
    )
    x = left + (right - left) * fraction(each, shown.frame)
    if each.worth is None:
        return Point(x, (top + bottom) / 2)
    bar = shown.frame.bars[each.worth.currency].amount or Decimal(1)
    decades = log10(float(each.worth.amount / bar)) if each.worth.amount > 0 else -_DECADES
    above = max(-1.0, min(1.0, decades / _DECADES))
    base, reach = (bottom, top) if each.high else (top, bottom)
    return Point(x, base + (reach - base) * abs(above))


def _mark(parent: Element, each: Placed, at: Point) -> None:
    """Draw a mark: filled in progress, outlined early; a square is delayed, a diamond far off."""
    group = add(parent, "g")
    found = each.candidate
    facts = (found.name, found.customer, _amount(each), found.when or "no date")
    hover(group, f"{each.label} {' · '.join(filter(None, facts))}")
    look: dict[str, float | str] = {"fill": PAPER, "stroke": BLUE, "stroke_width": 1.5}
    ink = INK
    if each.quadrant == IN_PROGRESS:
        look["fill"], ink = BLUE, PAPER
    if each.quadrant in (IN_PROGRESS, EARLY):
        add(group, "circle", cx=at.x, cy=at.y, r=_RADIUS, **look)
    elif each.quadrant == DELAYED:
        side = 2 * _RADIUS - 2
        corner = at.moved(Point(-side / 2, -side / 2))
        look["stroke"] = SLATE
        add(group, "rect", x=corner.x, y=corner.y, width=side, height=side, **look)
    else:
        around = (Point(0, -1), Point(1, 0), Point(0, 1), Point(-1, 0))
        corners = [at.moved(direction, _RADIUS + 1) for direction in around]
        add(group, "path", d=polygon(corners), **look)
    font = Font(_INSIDE, ink, middle=True)
    if width(str(each.number), font) <= 2 * _RADIUS:
        write(group, at.moved(Point(0, 4)), str(each.number), font)


def _amount(each: Placed) -> str:
    found = each.candidate
    return f"{found.currency} {short_amount(Decimal(found.amount))}" if found.amount else ""


def _label(
    parent: Element,
    taken: Sequence[tuple[Placed, Point]],
    words: Sequence[_Box],
    wide: float,
) -> None:
    """Write names beside marks, the largest deals first, wherever a whole name has room."""
    boxes = [*words, *(_around(at) for _, at in taken)]
    for each, at in sorted(taken, key=lambda pair: -_size(pair[0])):
        name = safe(each.candidate.name)
        room = width(name, _LABEL)
        for left in (at.x + _RADIUS + 4, at.x - _RADIUS - 4 - room):
            box = _Box(left, at.y - 8, left + room, at.y + 7)
            if box.left >= 0 and box.right <= wide and not any(map(box.over, boxes)):
                write(parent, Point(left, at.y + 4), name, _LABEL)
                boxes.append(box)
                break


def _size(each: Placed) -> Decimal:
    return each.worth.amount if each.worth else Decimal()


def _around(at: Point) -> _Box:
    edge = _RADIUS + 2
    return _Box(at.x - edge, at.y - edge, at.x + edge, at.y + edge)
