"""The search for a criterion."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Label

from tas_cli.tui.field import Field
from tas_cli.tui.form import MOVES, Form
from tas_cli.tui.keys import bindings
from tas_cli.tui.widgets import ink
from tas_cli.views.page import DIM, MINUS


class Find(Form[bool]):
    """A line at the bottom; the grid follows what you type."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(MOVES)

    def __init__(self, search: Callable[[str, int], str]) -> None:
        super().__init__("find")
        self._search, self._at, self._words = search, 0, ""

    def compose(self) -> ComposeResult:
        """Lay out the line and the place for the matches."""
        with Horizontal(classes="line"):
            yield Label(ink((" / ", "bold")), markup=False)
            yield Field(hint="number or word", most=60)
            yield Label("", id="matches", markup=False)

    def on_input_changed(self) -> None:
        """Go to the first matching criterion."""
        self.step()

    def step(self, by: int = 0) -> None:
        """Go to another matching criterion."""
        words = self.query_one(Field).value
        self._at = self._at + by if words == self._words else 0
        self._words = words
        matches = self._search(words, self._at)
        self.query_one("#matches", Label).update(ink((matches, DIM)))

    def say(self, sentence: str) -> None:
        """Say what is wrong, in place of the count of matches."""
        self.query_one("#matches", Label).update(ink((sentence, MINUS)))

    def take_all(self) -> None:
        """Stay at the criterion."""
        self.step()
        self.dismiss(True)  # noqa: FBT003 - the screen's result
