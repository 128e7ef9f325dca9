"""The line of keys at the bottom of a screen or a form."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual import events

from tas_cli.tui.keys import Key, last_line
from tas_cli.tui.widgets import Drawn, clipped, ink
from tas_cli.views.page import STRONG

_STAYING = ("save", "leave", "help")
"""The actions whose keys stay in view beside a message."""


class KeyLine(Drawn):
    """The keys as buttons; until the next key or a click, a message takes the place of most."""

    message: str = ""

    def __init__(self, keys: Iterable[Key], target: str, name: str = "keys") -> None:
        super().__init__(name)
        self._keys, self._target = tuple(keys), target

    def draw(self, width: int, height: int) -> Text:
        """Return the message or the keys."""
        del height
        if not self.message:
            return last_line(self._keys, width, self._target)
        message = ink((self.message, STRONG))
        room = width - message.cell_len - 2
        staying = [key for key in self._keys if key.action in _STAYING]
        keys = last_line(staying, max(0, room), self._target) if staying else Text()
        if keys.cell_len > room:
            return clipped(message, width)
        return message.append(" " * (room - keys.cell_len + 2)).append_text(keys)

    def on_click(self, event: events.Click) -> None:
        """Show the keys again after a click on the message."""
        if self.message and "@click" not in event.style.meta:
            self.message = ""
            self.redraw()
