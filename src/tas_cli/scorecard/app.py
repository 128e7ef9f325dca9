"""The scorecard application: passes keys to the session and shows the session on the screen."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container

from tas_cli.assess.sheet import Sheet
from tas_cli.method.cells import CellKey
from tas_cli.model.scalars import Rating
from tas_cli.scorecard.consequences import Consequences
from tas_cli.scorecard.drafts import RatingDrafts
from tas_cli.scorecard.finding import matching
from tas_cli.scorecard.grid import Grid
from tas_cli.scorecard.keys import TABLE
from tas_cli.scorecard.layout import layout
from tas_cli.scorecard.panel import Panel
from tas_cli.scorecard.saving import Saving
from tas_cli.scorecard.session import Session
from tas_cli.tui.head import Heading
from tas_cli.tui.session_app import TUI_CSS, OpenDeal
from tas_cli.views.page import SIGN
from tas_cli.views.words import party_name


class ScorecardApp(Saving):
    """The full-screen scorecard of a deal; `by` is the person rating it."""

    TABLE = TABLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("scorecard.tcss")]

    def __init__(
        self,
        deal: OpenDeal,
        session: Session,
        by: str | None = None,
        *,
        ascii_only: bool = False,
        color: bool = True,
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session, self.by = session, by
        self.drafts = RatingDrafts(self)
        self._digits = ""

    # Screen

    def body(self) -> ComposeResult:
        """Lay out the grid, its panel and the consequences."""
        with Container(id="body"):
            yield Grid(self.session, self.pick)
            yield Panel(self.session)
        yield Consequences(self.session)

    def heading(self) -> Heading:
        """Return the deal and its unsaved changes."""
        opportunity, unsaved = self.session.opportunity, self.session.unsaved
        about = f"{opportunity.customer} · {opportunity.name}"
        return Heading(about, (unsaved.number, unsaved.counted()))

    def sheet(self) -> Sheet:
        """Return the deal with what is not saved yet."""
        session = self.session
        return Sheet.of(
            session.deal.opportunity, session.settings, session.day, account=session.account
        )

    def fit(self, width: int, height: int) -> None:
        """Lay out the screen for the current columns."""
        names = [party_name(self.session.opportunity, each) for each in self.session.parties]
        shares = layout(width, height, len(names), max(map(cell_len, names)))
        grid, panel = self.grid, self.main.query_one(Panel)
        grid.measures = shares.grid
        self.main.query_one("#body").set_class(not shares.beside, "stacked")
        grid.styles.width = shares.grid.width if shares.beside else "100%"
        panel.styles.width = "1fr" if shares.beside else "100%"
        panel.styles.height = "100%" if shares.beside else shares.panel
        panel.display = shares.panel > 0
        self.main.query_one(Consequences).styles.height = shares.outcome
        self.show()

    def show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft."""
        self._digits = ""
        super().show(message)

    # Keys

    def action_digit(self, digit: str) -> None:
        """Go to a criterion by number; any key that is not a digit ends the number."""
        longer = (self._digits + digit)[-2:]
        number = longer if matching(longer) else digit
        found = matching(number)
        if found:
            self.go(found[0].key, f"#{number}")
        self._digits = number

    def action_rate(self, rating: Rating) -> None:
        """Rate the cell under the cursor and move on."""
        kept = self.session.rate(rating)
        self.show(_kept(kept, rating) if kept else "")

    def action_confirm(self) -> None:
        """Confirm the cell under the cursor and move on."""
        if self._digits or self.session.confirm():
            self.show()
        else:
            self.show("Never rated. Rate it: + - ?")

    def action_unrate(self) -> None:
        """Take the rating under the cursor back, as if never made."""
        done = self.session.unrate()
        self.show("Rating taken back: never rated." if done else "This cell was never rated.")

    def action_withdraw(self) -> None:
        """Restore the cell under the cursor to its value in the file."""
        self.show(
            "Saved rating restored." if self.session.withdraw() else "No changes to this cell."
        )

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.session.move(rows, columns)
        self.show()

    def action_scroll(self, lines: int) -> None:
        """Scroll the text about the criterion."""
        self.main.query_one(Panel).scroll_lines(lines)
        self.say("")

    def action_deciding(self) -> None:
        """Go to the next unknown that decides the strategy."""
        found = self.session.next_deciding()
        self.show("" if found else "No unknown can change the strategy now.")

    def pick(self, place: CellKey) -> None:
        """Go to the clicked cell."""
        self.session.go(place)
        self.show()


def _kept(number: int, rating: Rating) -> str:
    """Return the message about unsaved evidence that has another sign now."""
    what = "The evidence you entered stays" if number == 1 else f"{number} pieces of evidence stay"
    return f"{what}, now for {SIGN[rating]}. Press u to undo."
