"""The scorecard's application: keys to the session, the session to the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from tas_cli.model.scalars import Rating
from tas_cli.scorecard.card import SHOWN, Card
from tas_cli.scorecard.dialogs.choice import Choice, Option
from tas_cli.scorecard.dialogs.help import Help
from tas_cli.scorecard.drafting import Drafting
from tas_cli.scorecard.finding import matching
from tas_cli.scorecard.forms import Forms
from tas_cli.scorecard.grid import Grid
from tas_cli.scorecard.head import Head
from tas_cli.scorecard.keys import Keys
from tas_cli.scorecard.layout import layout
from tas_cli.scorecard.outcome import Outcome
from tas_cli.scorecard.panel import Panel
from tas_cli.scorecard.saving import Saving
from tas_cli.scorecard.session import Session
from tas_cli.tui.full_screen import FullScreen
from tas_cli.tui.widgets import Drawn, ink
from tas_cli.views.words import party_name
from tas_cli.workspace import Workspace


class Subject(NamedTuple):
    """What is rated: the deal's id and file, in its workspace, and who rates."""

    id: str
    path: Path
    workspace: Workspace
    by: str | None = None


class ScorecardApp(FullScreen):
    """The full-screen scorecard of one deal."""

    CSS_PATH = Path(__file__).with_name("scorecard.tcss")

    def __init__(
        self, subject: Subject, session: Session, *, ascii_only: bool = False, colour: bool = True
    ) -> None:
        super().__init__(ascii_only=ascii_only, colour=colour)
        self.subject, self.session = subject, session
        self.forms, self.saving, self.drafting = Forms(self), Saving(self), Drafting(self)
        self._digits = ""

    # What is on the screen

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        return Card(id="card")

    def compose(self) -> ComposeResult:
        """Lay out the head, the grid with its panel, the outcome and the keys."""
        session, limit = self.session, self.session.advice.staleness
        yield Head(self.session, self.subject.id)
        with Container(id="body"):
            yield Grid(session, limit)
            yield Panel(session, limit)
        yield Outcome(self.session)
        yield Keys(SHOWN)

    async def on_mount(self) -> None:
        """Begin in the grid, and offer what an earlier session left."""
        self.share_out()
        self.grid.focus()
        await self.drafting.offer()

    def on_resize(self, event: events.Resize) -> None:
        """Share the screen out anew."""
        self._fit(*event.size)

    def _fit(self, width: int, height: int) -> None:
        names = [party_name(self.session.opportunity, each) for each in self.session.parties]
        shares = layout(width, height, len(names), max(map(cell_len, names)))
        grid, panel = self.grid, self._card.query_one(Panel)
        grid.measures = shares.grid
        self._card.query_one("#body").set_class(not shares.beside, "stacked")
        grid.styles.width = shares.grid.width if shares.beside else "100%"
        panel.styles.width = "1fr" if shares.beside else "100%"
        panel.styles.height = "100%" if shares.beside else shares.panel
        panel.display = shares.panel > 0
        self._card.query_one(Outcome).styles.height = shares.outcome
        self.show()

    @property
    def _card(self) -> Screen[Any]:
        """The main screen, also while a dialog is before it."""
        return self.screen_stack[0]

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self._card.query_one(Grid)

    def share_out(self) -> None:
        """Share the screen out for the columns that there are now."""
        self._fit(*self.size)

    def show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft of it."""
        self._digits = ""
        self._card.query_one(Keys).message = message
        for widget in self._card.query(Drawn):
            widget.redraw()
        self.drafting.keep_soon()

    def say(self, message: str) -> None:
        """Show a message in the place of the keys."""
        keys = self._card.query_one(Keys)
        keys.message = message
        keys.redraw()

    async def tell(self, title: str, *lines: str) -> None:
        """Tell what has to be read before going on."""
        words = [ink(line) for line in lines if line]
        await self.push_screen(Choice(title, words, [Option("o", "ok")]))

    # Keys

    def action_digit(self, digit: str) -> None:
        """Go to a criterion by its number; any other key ends the number."""
        longer = (self._digits + digit)[-2:]
        number = longer if matching(longer) else digit
        found = matching(number)
        if found:
            self.go(found[0].key, f"#{number}")
        self._digits = number

    def action_rate(self, rating: Rating) -> None:
        """Rate the cell under the cursor, and go on."""
        gone = self.session.rate(rating)
        self.show(_gone(gone) if gone else "")

    def action_confirm(self) -> None:
        """Confirm the cell under the cursor, and go on."""
        if self._digits or self.session.confirm():
            self.show()
        else:
            self.show("Never rated: + - or ? rates it.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self.show("" if self.session.undo() else "Nothing to undo.")

    def action_withdraw(self) -> None:
        """Leave the cell under the cursor as the file has it."""
        done = self.session.withdraw()
        self.show("As the file has it." if done else "Nothing new on this cell.")

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.session.move(rows, columns)
        self.show()

    def action_deciding(self) -> None:
        """Go to the next unknown that decides."""
        found = self.session.next_deciding()
        self.show("" if found else "No unknown decides any more: the strategy is settled.")

    def on_grid_picked(self, event: Grid.Picked) -> None:
        """Go to the cell that was clicked."""
        self.session.go(event.place)
        self.show()

    def go(self, criterion: str, message: str = "") -> None:
        """Go to a criterion."""
        self.session.go((criterion, self.session.cursor[1]))
        self.show(message)

    # Dialogs

    async def action_evidence(self) -> None:
        """Take evidence for the cell just rated, or under the cursor."""
        await self.forms.evidence()

    async def action_note(self) -> None:
        """Take a note on the cell just rated, or under the cursor."""
        await self.forms.note()

    async def action_find(self) -> None:
        """Find a criterion."""
        await self.forms.find()

    async def action_choose(self) -> None:
        """Choose the strategy to follow."""
        await self.forms.choose()

    async def action_answer(self) -> None:
        """Answer a question of the tree."""
        await self.forms.answer()

    async def action_help(self) -> None:
        """Show what the keys do."""
        await self.push_screen(Help())

    # Saving and leaving

    async def action_save(self) -> None:
        """Save all that is not saved."""
        await self.saving.save(_nothing)

    async def action_leave(self) -> None:
        """Leave; ask where something is not saved."""
        unsaved = self.session.unsaved
        if not unsaved.number:
            await self._close()
            return

        async def done(answer: str | None) -> None:
            if answer == "d":
                self.session.discard()
                await self._close()
            elif answer == "s":
                await self.saving.save(self._close)

        words = unsaved.counted()
        verb = "is" if unsaved.number == 1 else "are"
        options = (Option("s", "save"), Option("d", "discard"), Option("b", "back"))
        title = f"{words[:1].upper()}{words[1:]} {verb} not saved."
        await self.push_screen(Choice(title, (), options), done)

    async def action_quit(self) -> None:
        """Leave by the key that quits any such application; not out of a dialog."""
        if self.screen is self._card:
            await self.action_leave()

    async def _close(self) -> None:
        self.keep_draft()
        self.exit()

    def keep_draft(self) -> None:
        """Keep what is not saved, for the next session."""
        self.drafting.keep()


async def _nothing() -> None:
    """Do nothing more."""


def _gone(number: int) -> str:
    """Return what is said of evidence that went with its sign."""
    what = "The evidence you entered" if number == 1 else f"{number} pieces of evidence"
    return f"{what} went with the other sign; u brings it back."
