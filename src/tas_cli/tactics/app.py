"""The application of suggested tactics: passes keys to the session and shows the session."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from tas_cli.tactics.choices import Choices
from tas_cli.tactics.drafts import TacticsDrafts
from tas_cli.tactics.forms import Forms
from tas_cli.tactics.keys import TABLE
from tas_cli.tactics.reason import Reason
from tas_cli.tactics.session import Session
from tas_cli.tui.head import Heading
from tas_cli.tui.session_app import TUI_CSS, OpenDeal, Place
from tas_cli.views.page import Page
from tas_cli.views.suggestions import suggested
from tas_cli.words import counted

_BESIDE = 110
"""The width from which the reason is beside the list."""
_BELOW = ((22, 8), (16, 6), (11, 3), (0, 0))
"""The lines of the reason below the list, by the least height of the screen."""


class TacticsApp(Forms):
    """The full screen on which suggested tactics are picked."""

    TABLE = TABLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("tactics.tcss")]

    def __init__(
        self, deal: OpenDeal, session: Session, *, ascii_only: bool = False, color: bool = True
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session = session
        self.drafts = TacticsDrafts(self)

    # Screen

    def body(self) -> ComposeResult:
        """Lay out the list, and the reason for one of it."""
        with Container(id="body"):
            yield Choices(self.session, self.pick)
            yield Reason(self.session)

    def heading(self) -> Heading:
        """Return the deal and how many tactics are picked."""
        number = len(self.session.taken)
        about = f"{self.session.opportunity.customer} · suggested tactics"
        return Heading(about, (number, counted(number, "tactic")))

    def summary(self, width: int) -> Page:
        """Return the list with its reasons."""
        del width
        return suggested(self.deal.id, self.session.deal, self.session.found, asking=True)

    def places(self) -> Iterator[Place]:
        """Yield the suggestions, so that the palette can go to each."""
        for at, each in enumerate(self.session.rows):
            yield each.what, partial(self.pick, at), each.reasons[0]

    def fit(self, width: int, height: int) -> None:
        """Lay out the reason beside the list or below it, if it fits."""
        beside = width >= _BESIDE
        below = next(lines for least, lines in _BELOW if height >= least)
        reason = self.main.query_one(Reason)
        self.main.query_one("#body").set_class(not beside, "stacked")
        reason.styles.height = "100%" if beside else below
        reason.display = beside or below > 0
        self.show()

    # Keys

    def pick(self, at: int) -> None:
        """Go to a suggestion."""
        self.session.go(at)
        self.show()

    def action_move(self, by: int) -> None:
        """Go to another suggestion."""
        self.pick(self.session.at + by)

    def action_scroll(self, lines: int) -> None:
        """Scroll the reason."""
        self.main.query_one(Reason).scroll_lines(lines)
        self.say("")

    def action_take(self) -> None:
        """Pick the selected suggestion, or do not, and go on."""
        self.session.toggle()
        self.show()

    def action_digit(self, number: int) -> None:
        """Pick the first ones."""
        self.session.take_first(number)
        self.show(f"Picked: the first {len(self.session.taken)}. Press u to undo.")

    def action_all(self) -> None:
        """Pick all that are shown, or none."""
        taken = self.session.take_all()
        self.show(f"Picked: all {len(self.session.rows)}." if taken else "Nothing is picked.")

    def action_more(self) -> None:
        """Show all suggestions."""
        more = self.session.show_all()
        self.show(f"{more} more in the list." if more else "These are all.")
