"""Escapes words from files for markdown: shown unchanged, never markup, a link or a mention."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from tas_cli.views.safe import safe

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&#]|:(?=\S)|(?<=www)\.)", re.IGNORECASE)
_NUMBER = re.compile(r"(#[0-9]+)")
_BREAK = "@\u200b"
"""An at sign that mentions nobody, since a zero-width space follows it."""


def plain(words: str) -> str:
    """Return words for use within a line or a table cell.

    A criterion's number becomes code, so no platform takes it for an issue number.
    """
    parts = _NUMBER.split(safe(words))
    return "".join(f"`{part}`" if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", words).replace("@", _BREAK)


def table(heads: list[str], rows: Iterable[list[str]], right: Container[int] = ()) -> list[str]:
    """Return a table of markdown cells; the columns in `right` are right-aligned."""
    marks = ["---:" if at in right else "---" for at in range(len(heads))]
    return [f"| {' | '.join(cells)} |" for cells in (heads, marks, *rows)]
