"""The line of keys at the bottom of a screen or a form."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual import events

from tas_cli.tui.keys import Key, last_line
from tas_cli.tui.widgets import Drawn, clipped, ink
from tas_cli.views.page import STRONG


class KeyLine(Drawn):
    """The keys as buttons, or a message until the next key or a click on it."""

    message: str = ""

    def __init__(self, keys: Iterable[Key], target: str, name: str = "keys") -> None:
        super().__init__(name)
        self._keys, self._target = tuple(keys), target

    def draw(self, width: int, height: int) -> Text:
        """Return the message or the keys."""
        del height
        if self.message:
            return clipped(ink((self.message, STRONG)), width)
        return last_line(self._keys, width, self._target)

    def on_click(self, event: events.Click) -> None:
        """Show the keys again after a click on the message."""
        if self.message and "@click" not in event.style.meta:
            self.message = ""
            self.redraw()
