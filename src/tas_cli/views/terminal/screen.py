"""What an output can show, and the look of the styles; without rich, which loads slowly."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.views.page import DIM, HEADING, MINUS, PENDING, PLUS, STRONG, UNKNOWN

GREEN, RED, ORANGE, BLUE, PURPLE = 28, 160, 166, 31, 164
"""Colors of the 256-color palette that are readable on white and on black.

A terminal's own yellow, green and cyan are dull on a light background.
"""
STYLE = {
    PLUS: f"bold color({GREEN})",
    MINUS: f"bold color({RED})",
    UNKNOWN: f"bold color({ORANGE})",
    PENDING: f"bold color({PURPLE})",
    STRONG: "bold",
    DIM: "dim",
    HEADING: f"bold color({BLUE})",
}
"""The look of each style, in rich's notation; any other style is used literally."""
CODES = {
    style: look.replace("bold", "1").replace("dim", "2").replace(" color(", ";38;5;").rstrip(")")
    for style, look in STYLE.items()
}
"""The same as codes for escape sequences."""

# ASCII replacements for the characters that views draw with, one for one.
ASCII_FORMS = str.maketrans("–·•●○│→▶…≠├└┆┄◀✕┊✓", "-.*@o|>*~!|`:-<x:v")


class Screen(NamedTuple):
    """What the output can show: its width in cells, whether it has color, and more than ASCII."""

    width: int = 80
    color: bool = False
    unicode: bool = True
    cut: bool = False
    """Whether columns may be cut to fit: on a terminal, but not in a pipe."""
    prose: bool = False
    """Whether titles are underlined and headings in capitals, as in a text document."""

    @property
    def body(self) -> int:
        """The width for text, at most 120 cells: longer lines are hard to read."""
        return min(self.width, 120)
