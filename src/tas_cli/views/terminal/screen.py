"""What an output can show, and the look of the few styles; without rich, which loads slowly."""

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
"""How a terminal shows what words mean, in rich's words; any other style is its own."""
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
CODES = {style: ";".join(map(_CODES.__getitem__, look.split())) for style, look in STYLE.items()}
"""The same as the codes of escape sequences."""

# What the views draw with, for terminals that have ASCII only; one character for one.
ASCII_FORMS = str.maketrans("–·•●○│→▶…≠", "-.*@o|>*~!")


class Screen(NamedTuple):
    """What the output can show: its width in cells, colour, and more than ASCII."""

    width: int = 80
    colour: bool = False
    unicode: bool = True
    cut: bool = False
    """Whether a column may be cut to fit: on a terminal it may, in a pipe nothing is lost."""
    prose: bool = False
    """Whether titles are underlined and headings in capitals, as in a text of its own."""

    @property
    def body(self) -> int:
        """The width for text: nobody reads lines of more than 120 cells."""
        return min(self.width, 120)
