"""A field to type into, which keeps pasted text."""

from __future__ import annotations

import asyncio

from textual import events
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tas_cli.source.characters import cleaned
from tas_cli.views.safe import safe

LONGEST = 2000
"""The maximum number of characters in a field."""


async def settled(widget: Widget) -> None:
    """Wait until a widget has processed what was typed into it."""
    done = asyncio.Event()
    widget.call_later(done.set)
    await done.wait()


class Field(Input):
    """A field of a form. It accepts pasted text up to its limit, joining several lines."""

    class Full(Message):
        """Not everything fits: `lost` characters at the end of a paste, or 0 for a typed key."""

        def __init__(self, most: int, lost: int) -> None:
            super().__init__()
            self.most, self.lost = most, lost

        @property
        def sentence(self) -> str:
            """The message about it."""
            rest = f" The last {self.lost} were left out." if self.lost else ""
            return f"Only {self.most} characters fit.{rest}"

    def __init__(
        self,
        given: str = "",
        hint: str = "",
        name: str | None = None,
        *,
        most: int = LONGEST,
        select: bool = True,
    ) -> None:
        super().__init__(
            safe(given), hint, id=name, compact=True, max_length=most, select_on_focus=select
        )
        self._given, self._most = given, most

    @property
    def words(self) -> str:
        """The text as typed, trimmed, or as given if it was not changed."""
        typed = self.value.strip()
        return self._given.strip() if typed == safe(self._given).strip() else typed

    def on_focus(self) -> None:
        """Bring the end of a text that is not selected into view: the cursor is there."""
        if not self.select_on_focus:
            self.call_after_refresh(self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        self.scroll_to(x=self.max_scroll_x, force=True, animate=False)

    def put(self, given: str) -> None:
        """Show another text."""
        self._given, self.value = given, safe(given)

    def restricted(self) -> None:
        """Ring the bell and report that no more fits."""
        super().restricted()
        self.post_message(self.Full(self._most, 0))

    def action_paste(self) -> None:
        """Paste what was copied in any of the fields."""
        self._take(self.app.clipboard)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self._take(event.text)

    def _take(self, text: str) -> None:
        """Replace the selection by a text, joined to a single line and cut at the limit."""
        lines = cleaned(text, refuse=False).replace("\t", " ").split("\n")
        line = lines[0] if len(lines) == 1 else " ".join(filter(None, map(str.strip, lines)))
        start, end = sorted(self.selection)
        room = max(0, self._most - len(self.value) + end - start)
        self.replace(line[:room], start, end)
        if len(line) > room:
            self.post_message(self.Full(self._most, len(line) - room))
