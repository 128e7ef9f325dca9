"""Wraps styled words to a width in cells; this is where words become harmless."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rich.cells import cell_len, chop_cells

from tas_cli.views.page import Part
from tas_cli.views.safe import safe

Ink = list[tuple[str, str]]
"""Harmless words with their styles."""
_WORD = re.compile(r"\s*\S+\s*")
_UNBROKEN = re.compile(r"\s*(?:`[^`]*`|\S)+\s*")
"""A word, or a command between backticks."""
NARROWEST = 20
"""The least width for wrapped words, in cells."""


def ink(words: Iterable[Part]) -> Ink:
    """Return the words made harmless, each with a style."""
    return [
        (safe(part), "") if isinstance(part, str) else (safe(part[0]), part[1]) for part in words
    ]


def plain(words: Ink) -> str:
    """Return the words without styles; called for every line, so it has to be fast."""
    return "".join([text for text, _ in words])


def hanging(label: Ink, words: Ink, indent: int, width: int, *, fold: bool = True) -> Iterator[Ink]:
    """Yield the words wrapped next to a label, which takes up the first line's indent."""
    label = [*label, (" " * max(0, indent - cell_len(plain(label))), "")]
    for line in wrapped(words, max(NARROWEST, width - indent), fold=fold):
        yield [*label, *line]
        label = [(" " * indent, "")]


def wrapped(words: Ink, width: int, *, fold: bool = True) -> Iterator[Ink]:
    """Yield lines of that many cells; a longer word is broken, or without `fold` stays whole.

    A command between backticks stays on one line if it fits on one.
    """
    start, text = 0, plain(words)
    cells = len if text.isascii() else cell_len
    if cells(text) > width:
        for end in _breaks(text, width, cells, fold=fold):
            yield between(words, start, end)
            start = end
    yield between(words, start, len(text)) if start else words


def _breaks(text: str, width: int, cells: Callable[[str], int], *, fold: bool) -> Iterator[int]:
    """Yield the positions where new lines begin."""
    room = width
    for start, word in _words(text, width, cells):
        needed = cells(word.rstrip())
        if needed > room and start:
            yield start
            room = width
        pieces = chop_cells(word, width) if needed > width and fold else [word]
        at = start
        for piece in pieces[:-1]:
            at += len(piece)
            yield at
        room -= cells(pieces[-1])


def _words(text: str, width: int, cells: Callable[[str], int]) -> Iterator[tuple[int, str]]:
    """Yield each word with its position; the words of a command that fits on a line are one."""
    for found in _UNBROKEN.finditer(text):
        if cells(found[0].strip()) <= width:
            yield found.start(), found[0]
        else:
            yield from ((each.start(), each[0]) for each in _WORD.finditer(text, *found.span()))


def between(words: Ink, start: int, end: int) -> Ink:
    """Return the words between two positions."""
    found = []
    for text, style in words:
        piece = text[max(0, start) : max(0, end)]
        if piece:
            found.append((piece, style))
        start, end = start - len(text), end - len(text)
    return found
