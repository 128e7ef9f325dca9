"""The line at the top, which deal it is, and the line of keys at the bottom."""

from __future__ import annotations

from rich.text import Text
from textual import events

from tas_cli.debrief.session import Session
from tas_cli.scorecard.buttons import Key, buttons
from tas_cli.scorecard.ink import PENDING, Drawn, clipped, ink
from tas_cli.views.terminal.screen import DIM, STRONG

_KEYS = (
    Key("Enter", "take", "app.accept"),
    Key("+", "", "app.judge('shown')"),
    Key("–", "", "app.judge('not_shown')"),
    Key("?", "found", "app.judge('doubtful')"),
    Key("e", "edit", "app.edit"),
    Key("c", "confirm", "app.confirm"),
    Key("r", "reset", "app.reset"),
    Key("a", "action", "app.add"),
    Key("u", "undo", "app.undo"),
    Key("Tab", "side", "app.side"),
    Key("s", "save", "app.save"),
    Key("q", "quit", "app.leave"),
    Key("F1", "", "app.help"),
)


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


class Bottom(Drawn):
    """The keys; or a message, until the next key or a click on it."""

    message: str = ""

    def __init__(self) -> None:
        super().__init__("keys")

    def draw(self, width: int, height: int) -> Text:
        """Return the message, or the keys."""
        del height
        if self.message:
            return clipped(ink((f" {self.message}", STRONG)), width)
        return Text(" ") + buttons(_KEYS, width - 1)

    def on_click(self, event: events.Click) -> None:
        """Show the keys again, for a hand on the mouse, where a message was clicked."""
        if self.message and "@click" not in event.style.meta:
            self.message = ""
            self.redraw()
