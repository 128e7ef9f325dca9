"""A table on a terminal: as wide as its words, or with columns cut or left out to fit."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from tas_cli.views.cells import fit
from tas_cli.views.page import STRONG, Column, On, Table, bare, cells
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.terminal.wrapping import NARROWEST, Ink, hanging, ink, plain, wrapped


def table_lines(table: Table, screen: Screen) -> Iterator[Ink]:
    """Yield the header line, if there are any heads, and the rows."""
    wide = screen.width >= table.wide or (table.roomy and not screen.cut)
    gap = 2 if wide and table.roomy else 1
    on = On.WIDE if wide else On.NARROW
    heads = cells(*((each.head, STRONG) for each in table.columns))
    rows = [[ink(cell) for cell in row] for row in (heads, *table.rows)]
    widths = {
        at: _width(column, [plain(row[at]) for row in rows], cut=screen.cut)
        for at, column in enumerate(table.columns)
        if on in column.on
    }
    last = widths.popitem()[0] if table.wrapped else None
    if screen.cut:
        _squeeze(widths, table, screen.width - (0 if last is None else gap + NARROWEST), gap)
    indent = sum(widths.values()) + gap * len(widths)
    headed = bare(map(bare, heads)) and not table.continued
    for row in rows if headed else rows[1:]:
        line, *below = _lines(row, table, widths, " " * gap)
        yield from [line] if last is None else hanging(line, row[last], indent, screen.body)
        yield from below


def _width(column: Column, words: list[str], *, cut: bool) -> int:
    needed = max(column.least, *map(cell_len, words))
    return min(needed, column.most) if cut and column.most else needed


def _squeeze(widths: dict[int, int], table: Table, width: int, gap: int) -> None:
    """Shrink the columns that may be cut until the table fits, then leave columns out."""

    def over() -> int:
        return sum(widths.values()) + gap * (len(widths) - 1) - width

    named = {table.columns[at].head: at for at in widths}
    for head, least in table.squeezed:
        if head in named:
            widths[named[head]] -= max(0, min(over(), widths[named[head]] - least))
    for head in table.dropped:
        if over() > 0 and head in named:
            del widths[named[head]]


def _lines(row: list[Ink], table: Table, widths: dict[int, int], gap: str) -> Iterator[Ink]:
    """Yield the lines of a row: one, or more where a column folds."""
    parts = {
        at: [*map(_trimmed, wrapped(row[at], width))] if table.columns[at].folds else [row[at]]
        for at, width in widths.items()
    }
    for number in range(max(map(len, parts.values()), default=1)):
        yield [
            part
            for at, width in widths.items()
            for words in ([*parts[at], *([[]] * number)][number],)
            for part in (*_cell(words, table.columns[at], width), (gap, ""))
        ]


def _trimmed(words: Ink) -> Ink:
    """Return a line of wrapped words without the blanks at its end."""
    *others, (text, style) = words or [("", "")]
    return [*others, (text.rstrip(), style)]


def _cell(words: Ink, column: Column, width: int) -> Ink:
    """Return a cell in its width; a cut cell has a single style."""
    room = width - cell_len(plain(words))
    if room < 0:
        return [(fit(plain(words), width), words[0][1])]
    pad = (" " * room, "")
    return [pad, *words] if column.right else [*words, pad]
