"""The opportunity matrix as a picture: time across, potential up, a numbered mark for each deal.

Each half-year is a cell of its own. If there is room, its marks are where their days are, with
their amounts. Otherwise they are side by side, then without amounts, and at last the rest is only
counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tas_cli.board.matrix import IN_PROGRESS, MONTHS, Frame, Matrix, Placed
from tas_cli.views.page import DIM, STRONG, Line, Part, bare, line
from tas_cli.views.words import short_amount

_GUTTER = 6
"""The cells to the left of the axis."""
_ROWS = 5
"""The most lines of a band."""
UNDATED = len(MONTHS) + 1
"""The place of the cell for what has no date."""
_LATER = 365
"""The days that the last cell shows, which has no end."""

Mark = tuple[str, str]
"""A mark and its style."""
Row = list[Part]
"""A line of a cell, as wide as the cell."""
BANDS = (("High", True), ("Low", False), ("?", None))
"""The bands of the picture: high and low potential, and without an amount."""


def picture(shown: Matrix, width: int) -> Iterator[Line]:
    """Yield the lines of the picture; a band or cell that only some matrices need is left out."""
    columns = UNDATED + any(each.column is None for each in shown.placed)
    room = (width - _GUTTER) // columns - 1
    bands = [
        (label, _band([each for each in shown.placed if each.high is high], shown, columns, room))
        for label, high in BANDS
        if high is not None or any(each.high is None for each in shown.placed)
    ]
    for number, (label, rows) in enumerate(bands):
        edge = "├" if bands[number + 1 :] else "└"
        for at, row in enumerate(rows):
            yield line(f"{'' if at else label:<{_GUTTER - 1}}", *row)
        yield line(f"{'':{_GUTTER - 1}}", (edge + "┄" * ((room + 1) * columns - 1), DIM))
    ticks = ("today", *map(str, MONTHS), "no date")[:columns]
    yield line(f"{'':{_GUTTER - 1}}", (_ticks(ticks, room), DIM))


def _ticks(ticks: Sequence[str], room: int) -> str:
    """Return the line below the axis; a tick for which there is no room is left out."""
    last = f"{MONTHS[-1]} months"
    worded = (last if tick == str(MONTHS[-1]) and len(last) <= room else tick for tick in ticks)
    return "".join(f"{tick if len(tick) <= room else '':<{room + 1}}" for tick in worded).rstrip()


def _band(found: Sequence[Placed], shown: Matrix, columns: int, room: int) -> Iterator[Row]:
    """Yield the lines of a band: in each, the lines of all its cells side by side."""
    cells = []
    for column in range(columns):
        inside = [each for each in found if column_of(each) == column]
        cells.append(_spread(inside, shown.frame, room) or _packed(inside, room))
    for at in range(max(1, *map(len, cells))):
        row: Row = []
        for column, rows in enumerate(cells):
            row += [("┊" if column else "│", DIM), *(rows[at] if at < len(rows) else [" " * room])]
        yield row


def column_of(each: Placed) -> int:
    """Return the place of a deal's cell, counted from 0 on the left."""
    return UNDATED if each.column is None else each.column


def _mark(each: Placed, *, priced: bool) -> Mark:
    """Return a deal's number, in parentheses if it is on hold, and its amount if `priced`."""
    amount = each.candidate.amount if priced else None
    price = f":{short_amount(Decimal(amount))}" if amount else ""
    return each.label + price, STRONG if each.quadrant == IN_PROGRESS else ""


def _spread(inside: Sequence[Placed], frame: Frame, room: int) -> list[Row]:
    """Return the lines of a cell with each mark where its day is; nothing if that needs too many.

    The larger deals are above the smaller ones.
    """
    rows: list[Row] = []
    ends: list[int] = []
    for each in inside:
        words, style = _mark(each, priced=True)
        start = round(fraction(each, frame) * (room - len(words)))
        at = next((at for at, end in enumerate(ends) if end < start), len(rows))
        if len(words) > room or at == _ROWS:
            return []
        if at == len(rows):
            rows.append([])
            ends.append(-1)
        rows[at] += [" " * (start - max(0, ends[at])), (words, style)]
        ends[at] = start + len(words)
    return [_padded(row, room) for row in rows]


def fraction(each: Placed, frame: Frame) -> float:
    """Return how far into its cell a deal's day is, from 0 to 1; beyond the axis it is at the end.

    What is overdue, or without a date, is at the beginning.
    """
    if each.column is None or each.candidate.when is None:
        return 0
    edges = [frame.day, *frame.ends]
    start = edges[each.column].toordinal()
    length = (edges[min(each.column + 1, len(MONTHS))].toordinal() - start) or _LATER
    past = date.fromisoformat(each.candidate.when).toordinal() - start
    return max(0.0, min(1.0, past / length))


def _packed(inside: Sequence[Placed], room: int) -> list[Row]:
    """Return the lines of a cell with marks side by side, and the number of those without room."""
    priced = [_mark(each, priced=True) for each in inside]
    rows = _filled(priced, room)
    if len(rows) <= _ROWS and all(len(words) <= room for words, _ in priced):
        return rows
    marks = [_mark(each, priced=False) for each in inside]
    for most in range(min(len(marks), _ROWS * room), -1, -1):
        rest = len(marks) - most
        rows = _filled([*marks[:most], *([(f"+{rest}", DIM)] if rest else [])], room)
        if len(rows) <= _ROWS:
            return rows
    return []


def _filled(marks: Sequence[Mark], room: int) -> list[Row]:
    """Return lines filled with marks."""
    rows: list[Row] = []
    left = 0
    for words, style in marks:
        if len(words) + 1 > left or not rows:
            rows.append([])
            left = room
        gap = " " if rows[-1] else ""
        rows[-1] += [gap, (words, style)]
        left -= len(gap) + len(words)
    return [_padded(row, room) for row in rows]


def _padded(row: Row, room: int) -> Row:
    return [*row, " " * (room - len(bare(row)))]
