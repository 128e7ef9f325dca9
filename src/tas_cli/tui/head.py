"""The head of a full screen: which deal it is, and what is not saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.text import Text

from tas_cli.tui.widgets import PENDING, Drawn, clipped, ink
from tas_cli.views.page import DIM, STRONG


class Heading(NamedTuple):
    """What the head says: more of the deal, and how much is not saved, with what that is."""

    about: str
    unsaved: tuple[int, str]


class Head(Drawn):
    """The deal at the left, what is not saved at the right."""

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
