"""Building blocks of the pages about the method and the checks."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.views.page import GAP, Block, Items, item, items, paragraph

_INDENT, _GAP = 2, 2


def bullets(texts: Iterable[str]) -> Items:
    """Return a list with asterisks: a dash would look like a rating."""
    return items(map(item, texts), _INDENT + 2, f"{' ' * _INDENT}*")


def labelled(rows: Iterable[tuple[str, str]]) -> Items:
    """Return labels with their words, the words aligned in one column."""
    found = [(f"{' ' * _INDENT}{label}", words) for label, words in rows]
    width = max((len(label) for label, _ in found), default=0)
    return items((item(words, mark=label) for label, words in found), width + _GAP)


def indented(*texts: str) -> tuple[Block, ...]:
    """Return paragraphs below an item of a list."""
    return tuple(paragraph(words, indent=2 * _INDENT) for words in texts)


def readings(texts: Iterable[str], indent: int = 0) -> tuple[Block, ...]:
    """Return what is our interpretation, marked as such, with a blank line before it."""
    words = " ".join(texts)
    return apart(*([f"Interpretation: {words}"] if words else []), indent=indent)


def apart(*texts: str, indent: int = 0) -> tuple[Block, ...]:
    """Return paragraphs with a blank line before each."""
    return tuple(block for words in texts for block in (GAP, paragraph(words, indent=indent)))
