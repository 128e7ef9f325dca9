"""The layout of the screen at each size. Pure."""

from __future__ import annotations

from typing import NamedTuple

SMALL, MIDDLE, LARGE = 6, 8, 11
"""The widths of a cell: for a sign in its slot and one mark, for two, and for an evidence's age.

A cell may be wider, to fit a party's name.
"""
_WIDEST_CELL = 26
NUMBER, SHORT, LONG = 5, 21, 34
ROWS, BLOCKS = 20, 4
_HEAD, _KEYS, _GRID_HEAD = 1, 1, 1
_PANEL, _NARROW_PANEL, _WIDEST_PANEL = 34, 27, 76
_BESIDE = 66
_MOST_OUTCOME, _LEAST_GRID, _LEAST_PANEL, _MOST_PANEL = 12, 8, 5, 16


class Measures(NamedTuple):
    """The layout of the grid: widths in characters, and whether each block has a heading.

    `columns` is the number of parties that fit at the same time.
    """

    title: int
    cell: int
    columns: int
    blocks: bool

    @property
    def width(self) -> int:
        """The width of the whole grid."""
        return NUMBER + self.title + self.columns * self.cell + 1


class Layout(NamedTuple):
    """The sizes of the parts of the screen, in characters."""

    grid: Measures
    beside: bool
    panel: int
    """The panel's width if it is next to the grid, its height if it is below."""
    outcome: int
    """The number of lines for the consequences of the ratings."""


def layout(width: int, height: int, parties: int, longest: int = 0) -> Layout:
    """Return the layout for a screen, with all twenty criteria in view if possible.

    `longest` is the width of the longest party name, which is shown in full if it fits.
    """
    beside = width >= _BESIDE
    spare = height - _HEAD - _KEYS - _GRID_HEAD - ROWS
    blocks = spare > BLOCKS
    if blocks:
        spare -= BLOCKS
    if not beside:
        return _stacked(width, spare, parties, blocks=blocks)
    grid = _grid(width, parties, longest + 2, blocks=blocks)
    outcome = max(1, min(spare, _MOST_OUTCOME))
    return Layout(grid, beside, min(_WIDEST_PANEL, width - grid.width - 1), outcome)


def _stacked(width: int, spare: int, parties: int, *, blocks: bool) -> Layout:
    """Return the layout of a narrow screen: the panel is below the grid, which may scroll."""
    outcome = max(1, min(3, spare // 3))
    room = ROWS + spare - outcome - _LEAST_GRID
    panel = max(0, min(_MOST_PANEL, max(spare - outcome, _LEAST_PANEL), room))
    title = max(6, min(SHORT, width - NUMBER - SMALL - 1))
    grid = _measures(title, SMALL, width - NUMBER - title - 1, parties, blocks=blocks)
    return Layout(grid, beside=False, panel=panel, outcome=outcome)


def _grid(width: int, parties: int, wanted: int, *, blocks: bool) -> Measures:
    """Return the roomiest grid that leaves enough for the panel, with cells as wide as wanted."""
    for title, least, panel in (
        (LONG, LARGE, 50),
        (SHORT, LARGE, _PANEL + 4),
        (SHORT, MIDDLE, _PANEL),
        (SHORT, SMALL, _NARROW_PANEL),
    ):
        room = width - panel - NUMBER - title - 2
        if room >= parties * least:
            wide = min(wanted, room // parties, _WIDEST_CELL) if least == LARGE else least
            return Measures(title, max(least, wide), parties, blocks=blocks)
    return _measures(
        SHORT, SMALL, width - _NARROW_PANEL - NUMBER - SHORT - 2, parties, blocks=blocks
    )


def _measures(title: int, cell: int, room: int, parties: int, *, blocks: bool) -> Measures:
    return Measures(title, cell, max(1, min(parties, room // cell)), blocks=blocks)
