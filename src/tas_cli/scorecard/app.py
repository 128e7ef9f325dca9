"""The scorecard's application: keys to the session, the session to the screen, saving, drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.filter import NoColor
from textual.screen import Screen
from textual.widgets import Input

from tas_cli.edits.rate import rate
from tas_cli.model.opportunity import Evidence, Opportunity
from tas_cli.model.scalars import Rating
from tas_cli.scorecard.card import Card
from tas_cli.scorecard.dialogs import Choice, EvidenceForm, Find, Form, Help, NoteForm, Option
from tas_cli.scorecard.draft import Draft, Drafts, discard
from tas_cli.scorecard.grid import Grid
from tas_cli.scorecard.ink import Drawn, ink
from tas_cli.scorecard.layout import layout
from tas_cli.scorecard.panels import Head, Keys, Outcome, Panel
from tas_cli.scorecard.questions import clash_question, draft_offer
from tas_cli.scorecard.session import Clash, Place, Session, matching
from tas_cli.source.edit import Edit
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import SIGN, SIGN_STYLE
from tas_cli.views.terminal.words import numbered, party_name
from tas_cli.workspace import Workspace
from tas_cli.writing import Refused, update

Answered = TypeVar("Answered")


class _Changed(Exception):  # noqa: N818 - the app turns it into a question
    """Somebody changed the same cells meanwhile; `now` is what the file holds."""

    def __init__(self, clashes: list[Clash], now: Opportunity) -> None:
        super().__init__()
        self.clashes = clashes
        self.now = now


class Subject(NamedTuple):
    """What is rated: the deal's id and file, in its workspace, and who rates."""

    id: str
    path: Path
    workspace: Workspace
    by: str | None = None


class ScorecardApp(App[None]):
    """The full-screen scorecard of one deal; `notes` are lines to print after it has closed."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = Path(__file__).with_name("scorecard.tcss")

    def __init__(
        self, subject: Subject, session: Session, *, ascii_only: bool = False, colour: bool = True
    ) -> None:
        super().__init__(ansi_color=True)
        if not colour:
            self.no_color = True
            self._filters.append(NoColor())
        self.subject, self.session, self.ascii_only = subject, session, ascii_only
        self.drafts = Drafts(subject.path)
        self.notes: list[str] = []
        self.defect: Exception | None = None
        self._digits = ""
        self._draft_due = False
        self._kept = session.touched

    # What is on the screen

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        return Card(id="card")

    def compose(self) -> ComposeResult:
        """Lay out the head, the grid with its panel, the outcome and the keys."""
        stale_after = self.subject.workspace.settings.stale_after
        yield Head(self.session, self.subject.id)
        with Container(id="body"):
            yield Grid(self.session, stale_after)
            yield Panel(self.session, stale_after)
        yield Outcome(self.session)
        yield Keys()

    async def on_mount(self) -> None:
        """Take the terminal's own colours, and offer what an earlier session left."""
        self.theme = "ansi-dark"
        self.set_class(self.ascii_only, "ascii")
        self._fit(*self.size)
        self._card.query_one(Grid).focus()
        await self._offer_draft()

    def on_resize(self, event: events.Resize) -> None:
        """Share the screen out anew."""
        self._fit(*event.size)

    def _fit(self, width: int, height: int) -> None:
        shares = layout(width, height, len(self.session.parties))
        grid, panel = self._card.query_one(Grid), self._card.query_one(Panel)
        grid.measures = shares.grid
        self._card.query_one("#body").set_class(not shares.beside, "stacked")
        grid.styles.width = shares.grid.width if shares.beside else "100%"
        panel.styles.width = "1fr" if shares.beside else "100%"
        panel.styles.height = "100%" if shares.beside else shares.panel
        panel.display = shares.panel > 0
        self._card.query_one(Outcome).styles.height = shares.outcome
        self._show()

    @property
    def _card(self) -> Screen[Any]:
        """The main screen, also while a dialog is before it."""
        return self.screen_stack[0]

    def _show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft of it."""
        self._digits = ""
        self._card.query_one(Keys).message = message
        for widget in self._card.query(Drawn):
            widget.redraw()
        if not self._draft_due:
            self._draft_due = True
            self.call_after_refresh(self._keep_draft)

    # Keys

    def action_digit(self, digit: str) -> None:
        """Go to a criterion by its number; any other key ends the number."""
        longer = (self._digits + digit)[-2:]
        number = longer if matching(longer) else digit
        found = matching(number)
        if found:
            self._go(found[0].key, f"#{number}")
        self._digits = number

    def action_rate(self, rating: Rating) -> None:
        """Rate the cell under the cursor, and go on."""
        self.session.rate(rating)
        self._show()

    def action_confirm(self) -> None:
        """Confirm the cell under the cursor, and go on."""
        if self._digits or self.session.confirm():
            self._show()
        else:
            self._show("Never rated: + - or ? rates it.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._show("" if self.session.undo() else "Nothing to undo.")

    def action_withdraw(self) -> None:
        """Leave the cell under the cursor as the file has it."""
        done = self.session.withdraw()
        self._show("As the file has it." if done else "Nothing new on this cell.")

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.session.move(rows, columns)
        self._show()

    def action_deciding(self) -> None:
        """Go to the next unknown that decides."""
        found = self.session.next_deciding()
        self._show("" if found else "No unknown decides any more: the strategy is settled.")

    async def action_help(self) -> None:
        """Show what the keys do."""
        await self.push_screen(Help())

    def on_grid_picked(self, event: Grid.Picked) -> None:
        """Go to the cell that was clicked."""
        self.session.go(event.place)
        self._show()

    def _go(self, criterion: str, message: str = "") -> None:
        self.session.go((criterion, self.session.cursor[1]))
        self._show(message)

    # Dialogs

    async def action_evidence(self) -> None:
        """Take evidence for the cell just rated, or under the cursor."""
        place = self.session.target

        def done(entry: Evidence | None) -> None:
            if entry is not None:
                self.session.add_evidence(place, entry)
                self._show(f"Evidence added to {self._named(place).plain}.")

        await self._open(EvidenceForm(self._named(place), self.session.day), done)

    async def action_note(self) -> None:
        """Take a note on the cell just rated, or under the cursor."""
        place = self.session.target
        before = safe(self.session.state(place).note or "")

        def done(note: str | None) -> None:
            if note is not None and note != before:
                self.session.set_note(place, note)
                self._show()

        await self._open(NoteForm(self._named(place), before), done)

    async def action_find(self) -> None:
        """Find a criterion; the cursor follows the search, and returns where it is broken off."""
        before = self.session.cursor

        def done(stay: bool | None) -> None:  # noqa: FBT001 - the screen's result
            self._card.query_one(Grid).found = ()
            if not stay:
                self.session.go(before)
            self._show()

        await self._open(Find(self._search), done)

    async def _open(self, form: Form[Answered], done: Callable[[Answered | None], None]) -> None:
        """Open a form, ready for what was typed ahead."""
        await self.push_screen(form, done)
        form.set_focus(form.query(Input).first())

    def _search(self, words: str, at: int) -> str:
        found = matching(words)
        self._card.query_one(Grid).found = {each.key for each in found}
        if found:
            self._go(found[at % len(found)].key)
        else:
            self._show()
        if not words.strip():
            return ""
        return f"{at % len(found) + 1} of {len(found)}" if found else "no criterion"

    def _named(self, place: Place) -> Text:
        """Return a cell's name with its sign: #12 Executive credibility, Us +."""
        rating = self.session.state(place).rating
        name = f"{numbered(place[0])}, {party_name(self.session.opportunity, place[1])} "
        return ink(name, (SIGN[rating], SIGN_STYLE[rating]))

    # Saving and leaving

    async def action_save(self) -> None:
        """Save as today's assessment."""
        await self._save(_nothing)

    async def action_leave(self) -> None:
        """Leave; ask where something is not saved."""
        number = len(self.session.touched)
        if not number:
            self._close()
            return

        async def done(answer: str | None) -> None:
            if answer == "d":
                self.session.touched = {}
                self._close()
            elif answer == "s":
                await self._save(self._close)

        cells = "One cell is" if number == 1 else f"{number} cells are"
        options = (Option("s", "save"), Option("d", "discard"), Option("b", "back"))
        await self.push_screen(Choice(f"{cells} not saved.", (), options), done)

    async def action_quit(self) -> None:
        """Leave by the key that quits any such application; not out of a dialog."""
        if self.screen is self._card:
            await self.action_leave()

    def _close(self) -> None:
        self._keep_draft()
        self.exit()

    async def _save(self, then: Callable[[], None]) -> None:
        """Write what was touched, asking about what others changed; `then` follows a success."""
        if not self.session.touched:
            self._show("Nothing to save.")
            then()
            return
        try:
            written = update(self.subject.path, self.subject.workspace, self._plan)
        except _Changed as changed:
            await self._settle(changed, then, ())
        except Refused as refused:
            await self._tell("Not saved", refused.message, refused.advice)
        else:
            self._saved(written.now)
            then()

    def _plan(self, now: Opportunity) -> list[Edit]:
        clashes = self.session.clashes(now)
        if clashes:
            raise _Changed(clashes, now)
        return rate(now, self.session.day, self.session.cells(), self.subject.by)

    def _saved(self, now: Opportunity) -> None:
        number = len(self.session.touched)
        cells = "1 cell" if number == 1 else f"{number} cells"
        self.session.saved(now)
        words = f"Saved {cells} in the assessment of {self.session.day}."
        self.notes.append(words)
        self._fit(*self.size)
        self._show(words)

    async def _settle(
        self, changed: _Changed, then: Callable[[], None], answers: tuple[bool, ...]
    ) -> None:
        """Ask for each cell whose value holds, mine or theirs; then save again."""
        rest = changed.clashes[len(answers) :]

        async def done(answer: str | None) -> None:
            if answer is None or answer == "b":
                self._show("Not saved.")
                return
            more = (answer in "mM",) * (len(rest) if answer in "MT" else 1)
            await self._settle(changed, then, answers + more)

        if rest:
            await self.push_screen(clash_question(rest[0], changed.now, len(rest)), done)
            return
        for clash, mine in zip(changed.clashes, answers, strict=True):
            self.session.settle(clash, mine=mine)
        self.session.adopt(changed.now)
        self._fit(*self.size)
        await self._save(then)

    async def _tell(self, title: str, *lines: str) -> None:
        words = [ink(line) for line in lines if line]
        await self.push_screen(Choice(title, words, [Option("o", "ok")]))

    # Drafts

    async def _offer_draft(self) -> None:
        draft, damaged = self.drafts.waiting()

        def done(answer: str | None) -> None:
            if draft is not None and answer == "r":
                self._resume(draft)
            elif draft is not None and answer == "d":
                discard(draft)
                self._show("Draft discarded.")

        if draft is not None and draft.touched:
            await self.push_screen(draft_offer(draft, self.session), done)
        for path in damaged:
            await self._tell("A draft could not be read", f"It was set aside: {path}")

    def _resume(self, draft: Draft) -> None:
        lost = self.session.resume(draft.touched)
        self._show(f"Draft resumed{f'; {lost} cells have no place any more' if lost else ''}.")
        if self._keep_draft():
            discard(draft)

    def _keep_draft(self) -> bool:
        """Keep what is touched; say so, once, where that cannot be done."""
        self._draft_due = False
        if self._kept is self.session.touched:
            return True
        self._kept = self.session.touched
        try:
            self.drafts.keep(self.session.touched, self.session.day)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._card.query_one(Keys).message = f"No draft can be kept: {reason}. Save often."
            self._card.query_one(Keys).redraw()
            return False
        return True

    # A defect

    def _handle_exception(self, error: Exception) -> None:
        """Remember a defect, so that it is reported like that of any other command."""
        self.defect = self.defect or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without showing a traceback."""
        self._close_messages_no_wait()


def _nothing() -> None:
    """Do nothing more."""


def run(app: ScorecardApp) -> list[str]:
    """Run the application, and return what to print after it.

    Raises:
        Exception: a defect, for whoever reports those.
    """
    app.run()
    if app.defect is not None:
        raise app.defect
    return app.notes
