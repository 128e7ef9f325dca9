"""Words in exactly so many cells, for drawings: columns, bars, grids."""

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
    """Return the words at the right end of `width` cells."""
    shown = safe(words)
    return " " * max(0, width - cell_len(shown)) + shown


def column_width(names: Sequence[str], least: int, room: int) -> int:
    """Return how wide the columns under these heads are: the longest in full, if all have room."""
    longest = max(map(cell_len, names)) + 1
    return max(least, min(longest, room // len(names)))


def slots(rating: Rating, *, rated: bool) -> list[Part]:
    """Return a sign in its slot, left for -, right for +; nothing in the middle if never rated."""
    parts: list[Part] = [("·", DIM)] * 3
    parts["-?+".index(rating)] = (SIGN[rating], SIGN_STYLE[rating]) if rated else " "
    return parts
