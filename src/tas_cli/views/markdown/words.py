"""Words from files in markdown: as they stand, and never markup, a link or a mention."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from tas_cli.views.safe import safe

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&#]|:(?=\S)|(?<=www)\.)", re.IGNORECASE)
_NUMBER = re.compile(r"(#[0-9]+)")
_BREAK = "@\u200b"
"""An at sign that calls nobody: a space of no width stands behind it."""


def plain(words: str) -> str:
    """Return words to stand within a line or a table's cell.

    A criterion's number is code, so that no platform takes it for an issue's.
    """
    parts = _NUMBER.split(safe(words))
    return "".join(f"`{part}`" if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", words).replace("@", _BREAK)


def table(heads: list[str], rows: Iterable[list[str]], right: Container[int] = ()) -> list[str]:
    """Return a table, the columns named in `right` on the right; its cells are markdown."""
    marks = ["---:" if at in right else "---" for at in range(len(heads))]
    return [f"| {' | '.join(cells)} |" for cells in (heads, marks, *rows)]
