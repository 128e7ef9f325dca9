"""The comparison: how the team and the spoiler see the plan, the largest differences on top."""

from __future__ import annotations

from rich.text import Text

from tas_cli.challenge.session import Session
from tas_cli.tui.scrolling import ScrolledView
from tas_cli.tui.widgets import clipped, ink, page
from tas_cli.views.challenge import comparison
from tas_cli.views.terminal.page import lines
from tas_cli.views.terminal.screen import Screen


class Comparison(ScrolledView[Session]):
    """Shows the newest grades of both, with what is not saved yet."""

    KEY = "Down"

    def draw(self, width: int, height: int) -> Text:
        """Return the lines that fit from the current position."""
        shown = lines(comparison(self.session.deal), Screen(max(20, width - 2), cut=True))
        listed = [clipped(ink(" ", *line), width) for line in shown]
        return page(self.window(listed, height))
