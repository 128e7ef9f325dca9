"""The line at the top: which deal it is."""

from __future__ import annotations

from rich.text import Text

from tas_cli.debrief.session import Session
from tas_cli.tui.widgets import PENDING, Drawn, clipped, ink
from tas_cli.views.page import DIM, STRONG


class Top(Drawn):
    """The deal and the day at the left, what is not saved at the right."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__("head")
        self.session = session
        self._name = name

    def draw(self, width: int, height: int) -> Text:
        """Return the line."""
        del height
        brief, number = self.session.brief, self.session.given
        status = ink((f" * {number} not saved ", PENDING) if number else (" nothing to save ", DIM))
        by = f", by {self.session.answers.by}" if self.session.answers.by else ""
        about = f" {brief.opportunity.customer} · debrief of {brief.day}{by}"
        deal = clipped(ink((f" {self._name}", STRONG), about), max(8, width - status.cell_len))
        deal.pad_right(max(0, width - deal.cell_len - status.cell_len))
        return deal + status
