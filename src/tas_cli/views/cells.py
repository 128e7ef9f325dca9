"""Fits words into an exact number of cells, for drawings: columns, bars, grids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tas_cli.views.page import DIM, SIGN, SIGN_STYLE, Part
from tas_cli.views.safe import safe

if TYPE_CHECKING:
    from tas_cli.model.scalars import Rating


def fit(words: str, width: int) -> str:
    """Return the words in exactly `width` cells: padded, or cut with an ellipsis."""
    shown = safe(words)
    if cell_len(shown) <= width:
        return set_cell_size(shown, width)
    return set_cell_size(shown, width - 1) + "…" if width else ""


def right(words: str, width: int) -> str:
    """Return the words right-aligned in `width` cells."""
    shown = safe(words)
    return " " * max(0, width - cell_len(shown)) + shown


def column_width(names: Sequence[str], least: int, room: int) -> int:
    """Return the width for columns with these heads: the longest head, if all columns then fit."""
    longest = max(map(cell_len, names)) + 1
    return max(least, min(longest, room // len(names)))


def greyed(parts: Sequence[Part]) -> list[Part]:
    """Return words in gray: those of a competitor that is out of the race."""
    return [(part if isinstance(part, str) else part[0], DIM) for part in parts]


def slots(rating: Rating, *, rated: bool) -> list[Part]:
    """Return a sign in its slot: left for -, right for +, middle for ?, empty if never rated."""
    parts: list[Part] = [("·", DIM)] * 3
    parts["-?+".index(rating)] = (SIGN[rating], SIGN_STYLE[rating]) if rated else " "
    return parts
