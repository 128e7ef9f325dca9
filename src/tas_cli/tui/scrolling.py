"""A part of the screen with more lines than fit."""

from __future__ import annotations

from rich.text import Text

from tas_cli.tui.widgets import Session, SessionView, ink
from tas_cli.views.page import DIM


class ScrolledView(SessionView[Session]):
    """Shows some of its lines, says how many are left, and scrolls by key or wheel."""

    KEY = ""
    """The key that scrolls down, as the last line names it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._top, self._most = 0, 0

    def window(self, lines: list[Text], height: int) -> list[Text]:
        """Return the lines that fit from the current position; the last may say what is left."""
        self._most = max(0, len(lines) - height)
        self._top = min(self._top, self._most)
        shown = lines[self._top : self._top + height]
        left = self._most - self._top
        if left > 0 and shown:
            shown[-1] = ink((f"  … {left + 1} more lines: {self.KEY}", DIM))
        return shown

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll back with the wheel."""
        self.scroll_lines(-3)

    def scroll_lines(self, by: int) -> None:
        """Scroll by some lines, stopping at the first and the last one."""
        self._top = max(0, min(self._top + by, self._most))
        self.redraw()

    def to_top(self) -> None:
        """Go back to the first line, because the content is a different one now."""
        self._top = 0
