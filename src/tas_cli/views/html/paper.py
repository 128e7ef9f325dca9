"""What of a report is printed: two pages of A4 or Letter, and what does not fit is named.

The first page has the head and the scorecard. The second has as many other parts as fit, the most
useful first. A browser prints without a script, so the heights are estimated here, rather too high
than too low; the style sheet cuts long texts at the numbers of lines given here, and both pages at
their height. A part with a drawing is printed without the lists and tables beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from tas_cli.views.html.drawing import PRINTED, height
from tas_cli.views.page import (
    Block,
    Figure,
    Item,
    Items,
    Paragraph,
    Part,
    Section,
    Table,
    bare,
)
from tas_cli.views.svg.lettering import Font, width
from tas_cli.words import counted

FIRST, GRID, FIND = "first", "grid", "find"
"""The parts that are on the first page, and the one that is printed in two columns."""
_MOST_USEFUL_FIRST = (
    "strategy",
    "find",
    "plan",
    "value",
    "process",
    "people",
    "ratings",
    "debriefs",
    "history",
)
"""The parts of the second page; any other one comes last."""
ROOM, ROOM_ALONE = 880.0, 1250.0
"""The pixels of the second page, and those that both have left beside the head alone."""
MOST_LINES, MOST_ITEMS, MOST_ROWS, MOST_COLUMNS = 3, 6, 8, 13
"""How much is printed: lines of a text, items of a list, rows of a table, columns of the scorecard.

Cells of a table are printed whole.
"""
_WIDE, _COLUMN, _INDENT = 690.0, 325.0, 22.0
_LINE, _FONT = 14.0, Font(10.7)
_HEADING, _SUBHEADING, _GAP, _ROW = 24.0, 22.0, 6.0, 5.0
_LEAST = 30.0
"""The least width of a column."""


class LeftOut(NamedTuple):
    """The parts that are not printed, in the order of the page, and all that is not, in words."""

    parts: tuple[Section, ...]
    said: tuple[str, ...]


def left_out(parts: Sequence[Section]) -> LeftOut:
    """Return what of a report's parts is not printed."""
    room = ROOM if any(part.key == GRID for part in parts) else ROOM_ALONE
    useful = {key: place for place, key in enumerate(_MOST_USEFUL_FIRST)}
    others = [part for part in parts if part.key not in (FIRST, GRID)]
    for part in sorted(others, key=lambda each: useful.get(each.key, len(useful))):
        needed = _HEADING + (_in_columns if part.key == FIND else _height)(printed(part))
        if needed <= room:
            room -= needed
            others.remove(part)
    return LeftOut(tuple(others), (*(part.title for part in others), *_shortened(parts, others)))


def _shortened(parts: Sequence[Section], others: Sequence[Section]) -> Iterator[str]:
    """Yield what is not printed of the parts that are."""
    for part in parts:
        columns = max((len(each.columns) for each in _tables(part.blocks)), default=0)
        if part.key == GRID and columns > MOST_COLUMNS:
            yield counted(columns - MOST_COLUMNS, "competitor")
    if any(len(printed(part)) < len(part.blocks) for part in parts if part not in others):
        yield "lists and tables beside drawings"


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _tables(block.blocks)
        elif isinstance(block, Table):
            yield block


def printed(part: Section) -> list[Block]:
    """Return the blocks of a part that are printed: beside a drawing, its sentences alone."""
    if any(isinstance(block, Figure) for block in part.blocks):
        return [block for block in part.blocks if isinstance(block, (Figure, Paragraph))]
    return list(part.blocks)


def _in_columns(blocks: Sequence[Block]) -> float:
    """Return the height of blocks that are spread over two columns, broken between items."""
    return _height(blocks, _COLUMN) / 2 + MOST_LINES * _LINE


def _height(blocks: Iterable[Block], room: float = _WIDE) -> float:
    return sum(_of(block, room) for block in blocks)


def _of(block: Block, room: float) -> float:
    match block:
        case Figure():
            return height(block) * PRINTED + _GAP + _LINE
        case Section(_, blocks):
            below = _height(blocks, room)
            return below and _SUBHEADING + below
        case Paragraph(said):
            return _LINE * _lines(said, room) + _GAP
        case Items(found):
            return sum(_item(each, room - _INDENT) for each in found[: MOST_ITEMS + 1])
        case Table():
            return _table(block, room)
    return 0.0


def _item(item: Item, room: float) -> float:
    lines = _lines((item.mark, " ", *item.words), room)
    return _LINE * (lines + sum(_lines((each,), room) for each in item.below)) + _GAP / 3


def _table(table: Table, room: float) -> float:
    """Return the height of a table in which columns share the room as their words need it."""
    rows = [tuple((each.head,) for each in table.columns), *table.rows[: MOST_ROWS + 1]]
    needed = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    share = min(1.0, room / max(1.0, sum(needed)))
    wide = [max(_LEAST, each * share) for each in needed]
    return sum(
        _LINE * max(1, *(_lines(*each, None) for each in zip(row, wide, strict=True))) + _ROW
        for row in rows
    )


def _lines(said: Iterable[Part], room: float, most: int | None = MOST_LINES) -> int:
    """Return how many lines words take, at most `most`."""
    lines = ceil(_width(said) / (room * 0.94))
    return lines if most is None else min(most, lines)


def _width(said: Iterable[Part]) -> float:
    return width(bare(said), _FONT)
