"""The title line of a full screen: the deal, and what is unsaved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.text import Text

from tas_cli.tui.widgets import Drawn, clipped, ink
from tas_cli.views.page import DIM, PENDING, STRONG


class Heading(NamedTuple):
    """The title line: details of the deal, and the unsaved changes as a number and a text."""

    about: str
    unsaved: tuple[int, str]


class Head(Drawn):
    """The deal on the left, the unsaved changes on the right."""

    def __init__(self, name: str, heading: Callable[[], Heading]) -> None:
        super().__init__("head")
        self._name, self._heading = name, heading

    def draw(self, width: int, height: int) -> Text:
        """Return the line."""
        del height
        about, (number, _) = self._heading()
        status = ink((f" * {number} unsaved ", PENDING) if number else (" no changes ", DIM))
        deal = ink((f" {self._name}", STRONG), f" {about}")
        deal = clipped(deal, max(8, width - status.cell_len))
        deal.pad_right(max(0, width - deal.cell_len - status.cell_len))
        return deal + status
