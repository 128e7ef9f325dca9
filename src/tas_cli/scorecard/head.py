"""The head: which deal it is, and what is not saved."""

from __future__ import annotations

from rich.text import Text

from tas_cli.scorecard.session import Session
from tas_cli.tui.widgets import PENDING, Drawn, clipped, ink
from tas_cli.views.page import DIM, STRONG


class Head(Drawn):
    """The deal at the left, what is not saved at the right."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__("head")
        self.session = session
        self._name = name

    def draw(self, width: int, height: int) -> Text:
        """Return the line."""
        del height
        number, opportunity = self.session.unsaved.number, self.session.opportunity
        status = ink((f" * {number} not saved ", PENDING) if number else (" nothing to save ", DIM))
        deal = ink((f" {self._name}", STRONG), f" {opportunity.customer} · {opportunity.name}")
        deal = clipped(deal, max(8, width - status.cell_len))
        deal.pad_right(max(0, width - deal.cell_len - status.cell_len))
        return deal + status
