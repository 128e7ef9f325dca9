"""A page as plain values: what is to be seen, and what its words mean.

A terminal and markdown show it each in its own way. Words may come from files: a renderer makes
them harmless for where they go.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Flag, auto
from typing import NamedTuple

PLUS, MINUS, UNKNOWN = "plus", "minus", "unknown"
STRONG, DIM, HEADING = "strong", "dim", "heading"
"""Styles are meanings; a renderer gives them their look."""
NUMBER = "1"
"""The bullet of a list whose items count."""
SIGN = {"+": "+", "-": "–", "?": "?"}
SIGN_STYLE = {"+": PLUS, "-": MINUS, "?": UNKNOWN}

Part = str | tuple[str, str]
"""Some words, or some words and their style."""
Words = tuple[Part, ...]


def styled(part: Part) -> tuple[str, str]:
    """Return words and their style."""
    return part if isinstance(part, tuple) else (part, "")


def bare(words: Iterable[Part]) -> str:
    """Return words without their styles."""
    return "".join(styled(part)[0] for part in words)


class Title(NamedTuple):
    """What a page is about, and the first facts about it."""

    title: str
    facts: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """Words that are wrapped, `indent` cells in; without words it is not there."""

    words: Words
    indent: int = 0


class Hint(NamedTuple):
    """What to type next: for a terminal, not for a document."""

    words: str


class Line(NamedTuple):
    """A line of a drawing, as it is: whoever draws sees to its width. Without words it is a gap."""

    words: Words


class Item(NamedTuple):
    """Words of a list, a mark before them that says something, and lines below."""

    words: Words
    mark: Part = ""
    below: tuple[Part, ...] = ()


class Items(NamedTuple):
    """A list: its words stand `indent` cells in, behind their marks, or else behind the bullet."""

    items: tuple[Item, ...]
    indent: int = 0
    bullet: Part = ""


class On(Flag):
    """Where a column is shown: on a narrow terminal, on a wide one, in a document."""

    NARROW = auto()
    WIDE = auto()
    DOCUMENT = auto()
    TERMINAL = NARROW | WIDE
    FULL = WIDE | DOCUMENT
    ANYWHERE = NARROW | WIDE | DOCUMENT


class Column(NamedTuple):
    """A column: `least` and `most` are the cells that it takes where a table is cut to fit."""

    head: str
    on: On = On.ANYWHERE
    right: bool = False
    least: int = 0
    most: int | None = None


class Table(NamedTuple):
    """Rows of cells, a cell for every column, wherever that is shown.

    What is too much for a terminal is taken from the columns in `squeezed`, which keep so many
    cells, and then those in `dropped` are left out, one after the other. A `roomy` table is wide
    in a pipe as well, and has wider gaps there. The last column may be wrapped.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    wide: int = 80
    squeezed: tuple[tuple[str, int], ...] = ()
    dropped: tuple[str, ...] = ()
    roomy: bool = False
    wrapped: bool = False


class Section(NamedTuple):
    """Blocks under a heading; without any, the heading is not there either."""

    title: str
    blocks: tuple[Block, ...]


Block = Title | Paragraph | Hint | Line | Items | Table | Section
Page = Iterable[Block]
GAP = Line(())
"""A line between two blocks that are near each other otherwise."""


def paragraph(*words: Part, indent: int = 0) -> Paragraph:
    """Return a paragraph of words."""
    return Paragraph(words, indent)


def line(*words: Part) -> Line:
    """Return a line that is not wrapped."""
    return Line(words)


def item(*words: Part, mark: Part = "", below: Iterable[Part] = ()) -> Item:
    """Return an item of a list."""
    return Item(words, mark, tuple(below))


def items(found: Iterable[Item], indent: int = 0, bullet: Part = "") -> Items:
    """Return a list."""
    return Items(tuple(found), indent, bullet)


def listed(section: Section) -> list[Item]:
    """Return the items of all lists of a section."""
    return [item for block in section.blocks if isinstance(block, Items) for item in block.items]


def section(title: str, *blocks: Block) -> Section:
    """Return blocks under a heading."""
    return Section(title, blocks)


def cells(*words: Part) -> tuple[Words, ...]:
    """Return cells of one part each."""
    return tuple((part,) for part in words)
