"""Forms of one line at the bottom of the screen: what they change stays in view above."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from tas_cli.refusals import WrongCall
from tas_cli.tui.field import Field
from tas_cli.tui.form import MOVES, Form, taking
from tas_cli.tui.keys import bindings
from tas_cli.tui.widgets import ink
from tas_cli.views.page import DIM, MINUS


class Find(Form[bool]):
    """A search: the main screen follows what you type, and the arrows go to other matches.

    `search` goes to the match with a number, counted from 0, and returns what to say about it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(MOVES)

    def __init__(self, search: Callable[[str, int], str], hint: str) -> None:
        super().__init__("bottom")
        self._search, self._hint, self._at, self._words = search, hint, 0, ""

    def compose(self) -> ComposeResult:
        """Lay out the line and the place for the matches."""
        with Horizontal(classes="line find"):
            yield Label(ink((" / ", "bold")), markup=False)
            yield Field(hint=self._hint, most=60)
            yield Label("", id="matches", markup=False)

    def on_input_changed(self) -> None:
        """Go to the first match."""
        self.step()

    def step(self, by: int = 0) -> None:
        """Go to another match."""
        words = self.query_one(Field).value
        self._at = self._at + by if words == self._words else 0
        self._words = words
        matches = self._search(words, self._at)
        self.query_one("#matches", Label).update(ink((matches, DIM)))

    def say(self, sentence: str) -> None:
        """Say what is wrong, in place of the count of matches."""
        self.query_one("#matches", Label).update(ink((sentence, MINUS)))

    def take_all(self) -> None:
        """Stay at the match."""
        self.step()
        self.dismiss(True)  # noqa: FBT003 - the screen's result


class Entry(Form[str]):
    """A line to type; `use` takes it, or raises a `WrongCall`, and then it stays to be corrected.

    await app.open(Entry("Add", "Ann Beck, CFO  A + 4 brief", session.add), done)
    """

    def __init__(
        self, label: str, hint: str, use: Callable[[str], None], verb: str = "add"
    ) -> None:
        super().__init__("bottom")
        self._label, self._hint, self._use, self._verb = label, hint, use, verb

    def compose(self) -> ComposeResult:
        """Lay out the line, with errors and keys below."""
        with Vertical(classes="entry"):
            with Horizontal(classes="line"):
                yield Label(ink((f" {self._label} ", "bold")), markup=False)
                yield Field(hint=self._hint)
            yield from self.foot(taking(self._verb))

    def take_all(self) -> None:
        """Use the line, or say what is wrong with it; an empty one closes the form."""
        words = self.query_one(Field).words
        try:
            if words:
                self._use(words)
        except WrongCall as error:
            self.say(error.one_line)
        else:
            self.dismiss(words or None)
