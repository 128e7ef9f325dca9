"""Folds messages to the terminal's width; light, since every command may have a message."""

from __future__ import annotations

import shutil
from typing import TextIO


def width() -> int:
    """Return the width of the output: the terminal's, or 80 if there is none."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def folded(line: str, stream: TextIO, indent: int = 0) -> str:
    """Return a message's line with line ends between words, if a terminal is too narrow for it.

    A command between backticks stays on one line if it fits on one. What follows the first line
    is indented.
    """
    room = width() - indent
    if 2 * len(line) <= room or not stream.isatty():
        return line
    from tas_cli.views.terminal.wrapping import plain, wrapped  # noqa: PLC0415 - long lines only

    lines = (plain(each).rstrip() for each in wrapped([(line, "")], room, fold=False))
    return f"\n{' ' * indent}".join(lines)
