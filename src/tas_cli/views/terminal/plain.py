"""The parts of a page of plain text: every function returns lines that keep to the width."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from tas_cli.views.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDEST = 88
"""Lines of prose that are longer than that are hard to follow."""
NARROWEST = 40
_GAP = 2


def readable(width: int) -> int:
    """Return the width to write in, on an output that has `width`."""
    return max(NARROWEST, min(width, WIDEST))


def paragraph(words: str, width: int, *, indent: int = 0, first: str = "") -> list[str]:
    """Return wrapped words; `first` stands before them, and later lines hang under the words."""
    margin = " " * indent
    return wrap(
        safe(words),
        width,
        initial_indent=margin + first,
        subsequent_indent=margin + " " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def title(words: str, width: int) -> list[str]:
    """Return a page's title, underlined."""
    lines = paragraph(words, width)
    return [*lines, "=" * max(map(len, lines))]


def section(words: str, lines: Sequence[str]) -> list[str]:
    """Return lines under a heading, or nothing where there are no lines."""
    return ["", words.upper(), *lines] if lines else []


def bullets(items: Iterable[str], width: int, *, indent: int = 2) -> list[str]:
    """Return a list with a star before each item: a dash would look like a rating."""
    return [line for item in items for line in paragraph(item, width, indent=indent, first="* ")]


def labelled(rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Return rows of a label and its words, the words of all rows in one column."""
    rows = list(rows)
    label_width = max((len(label) for label, _ in rows), default=0) + _GAP
    return [
        line
        for label, words in rows
        for line in paragraph(words, width, indent=2, first=label.ljust(label_width))
    ]


def readings(texts: Iterable[str], width: int, *, indent: int = 0) -> list[str]:
    """Return what is our interpretation, each marked as such, with a blank line before it."""
    lines: list[str] = []
    for text in texts:
        lines += ["", *paragraph(f"Our reading: {text}", width, indent=indent)]
    return lines


def columns(cells: Sequence[str], width: int) -> list[str]:
    """Return cells in as many columns as fit, to be read downwards."""
    if not cells:
        return []
    cell_width = max(map(len, cells)) + _GAP
    across = max(1, (width - 2 + _GAP) // cell_width)
    down = -(-len(cells) // across)
    rows = [cells[start::down] for start in range(down)]
    return ["  " + "".join(cell.ljust(cell_width) for cell in row).rstrip() for row in rows]
