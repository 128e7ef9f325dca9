"""What an output can show, and the look of the styles; without rich, which loads slowly."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.views.page import DIM, HEADING, MINUS, PLUS, STRONG, UNKNOWN

STYLE = {
    PLUS: "bold green",
    MINUS: "bold red",
    UNKNOWN: "bold yellow",
    STRONG: "bold",
    DIM: "dim",
    HEADING: "bold cyan",
}
"""The look of each style, in rich's notation; any other style is used literally."""
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
CODES = {style: ";".join(map(_CODES.__getitem__, look.split())) for style, look in STYLE.items()}
"""The same as codes for escape sequences."""

# ASCII replacements for the characters that views draw with, one for one.
ASCII_FORMS = str.maketrans("–·•●○│→▶…≠", "-.*@o|>*~!")


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
