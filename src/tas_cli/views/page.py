"""A page as plain values: what to show, and what its words mean.

The terminal, markdown and HTML each render it in their own way. Words may come from files; a
renderer makes them harmless for its output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Flag, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PLUS, MINUS, UNKNOWN, PENDING = "plus", "minus", "unknown", "pending"
STRONG, DIM, HEADING = "strong", "dim", "heading"
"""Styles say what words mean; a renderer gives them their look."""
NUMBER = "1"
"""The bullet of a numbered list."""
SIGN = {"+": "+", "-": "–", "?": "?"}
SIGN_STYLE = {"+": PLUS, "-": MINUS, "?": UNKNOWN}


class Link(NamedTuple):
    """Words that lead to another page of the same site, or to an address of the web."""

    words: str
    style: str
    target: str


UNRATED = "unrated"
"""How a cell looks that nobody has rated."""


class Mark(NamedTuple):
    """A rating's sign, which a page of HTML draws between the two poles.

    `look` says how far it can be relied on: `firm`, `claimed` (a + of ours without evidence) or
    `stale`; or that it is `UNRATED`, and then there is no sign. `over` are the days in ISO format
    on which the rating changed, oldest first, and the sign since then.
    """

    words: str
    style: str
    look: str = "firm"
    over: tuple[tuple[str, str], ...] = ()


class Sketch(NamedTuple):
    """Words that a page of HTML draws in their line instead; who cannot see it has the words."""

    words: str
    style: str
    draw: Callable[[], Element]


Part = str | tuple[str, str] | Link | Mark | Sketch
"""Some words, or some words and their style."""
Words = tuple[Part, ...]


def styled(part: Part) -> tuple[str, str]:
    """Return words and their style."""
    return (part, "") if isinstance(part, str) else part[:2]


def restyled(part: Part, style: str) -> Part:
    """Return a part with another style."""
    if isinstance(part, Link | Mark | Sketch):
        return part._replace(style=style)
    return (styled(part)[0], style)


def bare(words: Iterable[Part]) -> str:
    """Return words without their styles."""
    return "".join(styled(part)[0] for part in words)


class Title(NamedTuple):
    """A page's title, and a few facts about its subject."""

    title: str
    facts: tuple[Part, ...] = ()


class Paragraph(NamedTuple):
    """Wrapped words, indented by `indent` cells; without words it is left out."""

    words: Words
    indent: int = 0


class Hint(NamedTuple):
    """What to type next; shown on a terminal, but not in a document."""

    words: str


class Line(NamedTuple):
    """A line of a drawing, unwrapped: the caller ensures its width. Without words it is a gap."""

    words: Words


class Item(NamedTuple):
    """An item of a list: its words, a meaningful mark before them, lines below, and a command.

    The command follows the last line below if it fits there, and is never broken over lines.
    """

    words: Words
    mark: Part = ""
    below: tuple[Part, ...] = ()
    command: str = ""


class Items(NamedTuple):
    """A list, indented by `indent` cells; an item without a mark of its own has the bullet."""

    items: tuple[Item, ...]
    indent: int = 0
    bullet: Part = ""


class On(Flag):
    """Where a column is shown: on a narrow terminal, on a wide terminal, in a document."""

    NARROW = auto()
    WIDE = auto()
    DOCUMENT = auto()
    TERMINAL = NARROW | WIDE
    FULL = WIDE | DOCUMENT
    ANYWHERE = NARROW | WIDE | DOCUMENT


class Column(NamedTuple):
    """A column; `least` and `most` are its widths in cells when a table is cut to fit.

    What is too wide for a column that folds goes on in the line below, and is not cut.
    """

    head: str
    on: On = On.ANYWHERE
    right: bool = False
    least: int = 0
    most: int | None = None
    folds: bool = False


class Sifting(NamedTuple):
    """How a reader of a page of HTML sorts and filters a table.

    `order` has for each row its place by each column, equal ones for equal values; `filters` are
    what rows can be filtered by, each with its groups in order, and `groups` has for each row its
    group by each filter.
    """

    order: tuple[tuple[int, ...], ...]
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


class Table(NamedTuple):
    """Rows of cells: a cell for every column, shown or not.

    If a table is too wide for a terminal, first the columns in `squeezed` shrink, at most to the
    widths given there; then those in `dropped` are left out, one by one. A `roomy` table is wide
    in a pipe as well, with wider gaps. The last column may wrap, and then needs little room. A
    table that is `continued` has the same columns as the one above it, so a terminal does not
    repeat its heads. The `details` of a row, if there are any, are what a page of HTML shows on
    demand; a terminal and a document leave them out. With `sifting`, such a page lets its reader
    sort and search the rows, and shows each as a card on a phone.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    wide: int = 80
    squeezed: tuple[tuple[str, int], ...] = ()
    dropped: tuple[str, ...] = ()
    roomy: bool = False
    wrapped: bool = False
    continued: bool = False
    details: tuple[tuple[Block, ...], ...] = ()
    sifting: Sifting | None = None


class Figure(NamedTuple):
    """A drawing, and a table of all that it shows, for whoever cannot see it.

    A page of HTML has both, a terminal and a document have the table. `draw` returns an `svg`
    element for a width in pixels: the drawing may be narrower, and is wider only if it cannot be
    drawn in less. The `title` says what is drawn. The `caption` says what to see in it.
    """

    title: str
    draw: Callable[[float], Element]
    data: Table
    caption: Words = ()


class Section(NamedTuple):
    """Blocks under a heading; without blocks the heading is left out, too.

    A link can lead to a section with a `key`. A `fact` is beside the title, and is of the
    page's day: where a page of HTML shows an earlier one, it is hidden.
    """

    title: str
    blocks: tuple[Block, ...]
    key: str = ""
    fact: str = ""

    @property
    def heading(self) -> str:
        """The title and the fact beside it."""
        return f"{self.title} · {self.fact}" if self.fact else self.title


Block = Title | Paragraph | Hint | Line | Items | Table | Figure | Section
Page = Iterable[Block]
GAP = Line(())
"""A blank line between two blocks that would otherwise touch."""


def paragraph(*words: Part, indent: int = 0) -> Paragraph:
    """Return a paragraph of words."""
    return Paragraph(words, indent)


def line(*words: Part) -> Line:
    """Return a line that is not wrapped."""
    return Line(words)


def item(*words: Part, mark: Part = "", below: Iterable[Part] = (), command: str = "") -> Item:
    """Return an item of a list."""
    return Item(words, mark, tuple(below), command)


def items(found: Iterable[Item], indent: int = 0, bullet: Part = "") -> Items:
    """Return a list."""
    return Items(tuple(found), indent, bullet)


def listed(section: Section) -> list[Item]:
    """Return the items of all lists in a section."""
    return [item for block in section.blocks if isinstance(block, Items) for item in block.items]


def section(title: str, *blocks: Block) -> Section:
    """Return blocks under a heading."""
    return Section(title, blocks)


def leading(title: str, found: Sequence[Item], most: int) -> Section:
    """Return the first items under a heading, and what the rest begin with."""
    rest = "; ".join(bare(each.words[:1]) for each in found[most:])
    more = [item((f"and {len(found) - most} more: {rest}", DIM), mark=" ")] if rest else []
    return section(title, items([*found[:most], *more], 2, "•"))


def used_columns(table: Table) -> Table:
    """Return a table without the columns in which no row has anything."""
    cells_of = enumerate(zip(*table.rows, strict=True))
    used = [at for at, each in cells_of if any(bare(cell).strip() for cell in each)]
    columns = tuple(table.columns[at] for at in used)
    heads = {each.head for each in columns}
    return table._replace(
        columns=columns,
        rows=tuple(tuple(row[at] for at in used) for row in table.rows),
        squeezed=tuple(each for each in table.squeezed if each[0] in heads),
    )


def cells(*words: Part) -> tuple[Words, ...]:
    """Return cells with one part each."""
    return tuple((part,) for part in words)
