"""Lines of a form that take more than words: one of some, and a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType

from tas_cli.tui.field import Field
from tas_cli.tui.widgets import Drawn, clipped, ink
from tas_cli.views.page import DIM, STRONG


class OneOf(Drawn):
    """A line with one of some words, or none: arrows turn it, a letter goes to the next with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]
    can_focus = True

    def __init__(self, options: list[str], given: str, name: str) -> None:
        super().__init__(name)
        self._options = ["", *dict.fromkeys([*options, given] if given else options)]
        self.words = given

    def draw(self, width: int, height: int) -> Text:
        """Return the word that stands there, between the arrows that turn it."""
        del height
        return clipped(ink(("◂ ", DIM), (self.words or "–", STRONG), (" ▸", DIM)), width)

    def action_turn(self, by: int) -> None:
        """Take the next word, or the one before."""
        at = self._options.index(self.words) + by
        self.take(self._options[at % len(self._options)])

    def action_clear(self) -> None:
        """Take none."""
        self.take("")

    def on_key(self, event: events.Key) -> None:
        """Go to the next word that begins with a letter."""
        at = self._options.index(self.words) + 1
        letter = event.character or ""
        for word in [*self._options[at:], *self._options[:at]]:
            if letter.isalnum() and word.startswith(letter):
                event.stop()
                self.take(word)
                return

    def take(self, word: str) -> None:
        """Let a word stand there."""
        self.words = word
        self.redraw()


class DayField(Field):
    """A line for a day: PgUp and PgDn go to the day before and the day after."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "shift(-1)", show=False),
        Binding("pagedown", "shift(1)", show=False),
    ]

    def __init__(self, given: str, name: str, today: date) -> None:
        super().__init__(given, "year-month-day", name)
        self._today = today

    def action_shift(self, by: int) -> None:
        """Go some days on; from what is no day, to today."""
        try:
            self.put((date.fromisoformat(self.words) + timedelta(by)).isoformat())
        except (ValueError, OverflowError):
            self.put(self._today.isoformat())
