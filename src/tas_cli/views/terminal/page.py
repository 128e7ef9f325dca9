"""A page as text for a terminal: harmless, wrapped to its width, with or without color."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from tas_cli.views.page import (
    DIM,
    HEADING,
    NUMBER,
    STRONG,
    Block,
    Figure,
    Hint,
    Items,
    Line,
    Page,
    Paragraph,
    Section,
    Table,
    Title,
    Words,
    bare,
)
from tas_cli.views.safe import forges_a_command
from tas_cli.views.terminal.screen import ASCII_FORMS, CODES, Screen
from tas_cli.views.terminal.table import table_lines
from tas_cli.views.terminal.wrapping import Ink, between, hanging, ink, plain

_BELOW = 2
"""How many cells the lines below an item are indented further."""


def text(page: Page, screen: Screen, *, fold: bool = True) -> str:
    """Return the page as text, with escape sequences only if the screen has color.

    With `fold`, a word that is longer than a line is broken; otherwise it stays whole.
    """
    shown = "".join(f"{_shown(line, screen)}\n" for line in lines(page, screen, fold=fold))
    return shown if screen.unicode else shown.translate(ASCII_FORMS)


def lines(page: Page, screen: Screen, *, fold: bool = True) -> Iterator[Ink]:
    """Yield the lines of a page as words with their styles, for a full screen."""
    return (line for block in page for line in _lines(block, screen, fold=fold))


def _lines(block: Block, screen: Screen, *, fold: bool) -> Iterator[Ink]:
    match block:
        case Line(words):
            yield ink(words)
        case Paragraph(words, indent):
            if bare(words):
                yield from hanging([], ink(words), indent, screen.body, fold=fold)
        case Hint(hint):
            yield from hanging([], ink([(hint, DIM)]), 0, screen.body)
        case Title():
            yield from _title(block, screen)
        case Items():
            yield from _items(block, screen.body, fold=fold)
        case Table():
            yield from table_lines(block, screen)
        case Figure():
            yield from _lines(Paragraph(block.caption), screen, fold=fold)
            yield from table_lines(block.data, screen)
        case Section():
            yield from _section(block, screen, fold=fold)


def _section(block: Section, screen: Screen, *, fold: bool) -> Iterator[Ink]:
    below = [line for each in block.blocks for line in _lines(each, screen, fold=fold)]
    if below:
        yield []
        heading = block.heading.upper() if screen.prose else block.heading
        yield from hanging([], ink([(heading, HEADING)]), 0, screen.body)
    yield from below


def _title(block: Title, screen: Screen) -> Iterator[Ink]:
    facts = (part for fact in block.facts for part in (" · ", fact))
    words: Words = ((block.title, STRONG), *facts)
    lines = list(hanging([], ink(words), 0, screen.body))
    yield from lines
    if screen.prose:
        yield [("=" * max(len(plain(line)) for line in lines), "")]


def _items(block: Items, width: int, *, fold: bool) -> Iterator[Ink]:
    for number, each in enumerate(block.items, 1):
        bullet = f"{number:>2}" if block.bullet == NUMBER else block.bullet
        label = ink([each.mark or bullet])
        yield from hanging(label, ink(each.words), block.indent, width, fold=fold)
        indent = block.indent + _BELOW
        below = [
            line
            for words in each.below
            for line in hanging([], ink([words]), indent, width, fold=fold)
        ]
        yield from _with_command(below, each.command, indent, width)


def _with_command(lines: list[Ink], command: str, indent: int, width: int) -> Iterator[Ink]:
    """Yield lines and a command: after the last one if it fits there, else on one of its own."""
    if not command:
        yield from lines
        return
    shown = ink([(f"> {command}", DIM)])
    if lines and cell_len(plain([*lines[-1], (" ", ""), *shown])) <= width:
        yield from lines[:-1]
        yield [*lines[-1], (" ", ""), *shown]
    else:
        yield from lines
        yield [(" " * indent, ""), *shown]


def _shown(line: Ink, screen: Screen) -> str:
    """Return a line without trailing spaces that no CI job takes for a command."""
    words = plain(line)
    guard = "'" if forges_a_command(words) else ""
    if not screen.color:
        return guard + words.rstrip()
    return guard + "".join(
        f"\x1b[{CODES[style]}m{part}\x1b[0m" if style else part
        for part, style in between(line, 0, len(words.rstrip()))
    )
