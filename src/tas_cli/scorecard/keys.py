"""The line of keys at the bottom of either screen."""

from __future__ import annotations

from rich.text import Text
from textual import events

from tas_cli.scorecard.buttons import Key, buttons
from tas_cli.tui.widgets import Drawn, clipped, ink
from tas_cli.views.page import STRONG


class Keys(Drawn):
    """The keys; or a message, until the next key or a click on it."""

    message: str = ""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__("keys")
        self._keys = keys

    def draw(self, width: int, height: int) -> Text:
        """Return the message, or the keys."""
        del height
        if self.message:
            return clipped(ink((f" {self.message}", STRONG)), width)
        return Text(" ") + buttons(self._keys, width - 1)

    def on_click(self, event: events.Click) -> None:
        """Show the keys again, for a hand on the mouse, where a message was clicked."""
        if self.message and "@click" not in event.style.meta:
            self.message = ""
            self.redraw()
