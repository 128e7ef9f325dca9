"""A page to read in place of the sheet: team and spoiler compared, or the plan itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.text import Text

from tas_cli.assess.deal import DealOnDay
from tas_cli.challenge.session import Session
from tas_cli.tui.scrolling import ScrolledView
from tas_cli.tui.widgets import clipped, ink, page
from tas_cli.views import plan
from tas_cli.views.challenge import comparison
from tas_cli.views.page import Page
from tas_cli.views.terminal.page import lines
from tas_cli.views.terminal.screen import Screen


class Reading(NamedTuple):
    """A page of a deal, given its id, the key that shows it, and what it is."""

    key: str
    about: str
    page: Callable[[str, DealOnDay], Page]


READINGS = {
    "comparison": Reading(
        "v", "Team and spoiler, the newest grades of each.", lambda _, deal: comparison(deal)
    ),
    "plan": Reading("p", "The plan to challenge.", plan.page),
}


class Reader(ScrolledView[Session]):
    """Shows a page with what is not saved yet; none while `reading` is empty."""

    KEY = "Down"

    def __init__(self, session: Session, deal: str) -> None:
        super().__init__(session)
        self._deal = deal
        self.reading: Reading | None = None

    def draw(self, width: int, height: int) -> Text:
        """Return the lines that fit from the current position."""
        if self.reading is None:
            return Text()
        blocks = self.reading.page(self._deal, self.session.deal)
        shown = lines(blocks, Screen(max(20, width - 2), cut=True))
        return page(self.window([clipped(ink(" ", *line), width) for line in shown], height))

    def turn(self, name: str) -> None:
        """Show a page from its first line; the one that is shown goes away."""
        asked = READINGS.get(name)
        self.reading = None if self.reading == asked else asked
        self.to_top()
