"""The debrief's application: keys to the session, the session to the screen."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.screen import Screen

from tas_cli.debrief.bars import Top
from tas_cli.debrief.detail import Detail
from tas_cli.debrief.drafting import Drafting
from tas_cli.debrief.forms import Forms
from tas_cli.debrief.questions import Questions
from tas_cli.debrief.saving import Saving
from tas_cli.debrief.session import Session
from tas_cli.debrief.sheet import SHOWN, Help, Sheet
from tas_cli.debrief.side import Side
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Proof
from tas_cli.scorecard.dialogs.choice import Choice, Option
from tas_cli.scorecard.keys import Keys
from tas_cli.tui.full_screen import FullScreen
from tas_cli.tui.widgets import Drawn
from tas_cli.words import counted
from tas_cli.workspace import Workspace

_BESIDE = 120
"""The width from which the side stands beside the questions."""
_LOW = 14
"""The height below which the row under the cursor is not told at length."""


class Subject(NamedTuple):
    """What the debrief is about: the deal's id, its file, and what that held at the beginning."""

    id: str
    path: Path
    workspace: Workspace
    opportunity: Opportunity


class DebriefApp(FullScreen):
    """The full-screen debrief of one deal."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(__file__).parent.with_name("scorecard") / "scorecard.tcss",
        Path(__file__).with_name("debrief.tcss"),
    ]

    def __init__(
        self, subject: Subject, session: Session, *, ascii_only: bool = False, colour: bool = True
    ) -> None:
        super().__init__(ascii_only=ascii_only, colour=colour)
        self.subject, self.session = subject, session
        self.forms, self.saving, self.drafting = Forms(self), Saving(self), Drafting(self)
        self._on_side = False

    # What is on the screen

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        return Sheet(id="sheet")

    def compose(self) -> ComposeResult:
        """Lay out the head, the questions, the side and the keys."""
        yield Top(self.session, self.subject.id)
        with Container(id="body"):
            with Vertical(id="left"):
                yield Questions(self.session)
                yield Detail(self.session)
            yield Side(self.session)
        yield Keys(SHOWN)

    async def on_mount(self) -> None:
        """Begin with the questions, and offer what an earlier session left."""
        self._fit(*self.size)
        self._sheet.query_one(Questions).focus()
        await self.drafting.offer()

    def on_resize(self, event: events.Resize) -> None:
        """Share the screen out anew."""
        self._fit(*event.size)

    def _fit(self, width: int, height: int) -> None:
        """Put the side beside the questions where there is room for both."""
        beside = width >= _BESIDE
        self._sheet.query_one("#left").display = beside or not self._on_side
        self._sheet.query_one(Side).display = beside or self._on_side
        self._sheet.query_one(Detail).display = height >= _LOW
        self.show()

    @property
    def _sheet(self) -> Screen[Any]:
        """The main screen, also while a dialog is before it."""
        return self.screen_stack[0]

    def show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft of it."""
        self._sheet.query_one(Keys).message = message
        for widget in self._sheet.query(Drawn):
            widget.redraw()
        self.drafting.keep_soon()

    def say(self, message: str) -> None:
        """Show a message in the place of the keys."""
        keys = self._sheet.query_one(Keys)
        keys.message = message
        keys.redraw()

    # Keys

    async def action_accept(self) -> None:
        """Take what is proposed, and go on; open the form where nothing is."""
        self._leave_side()
        if self.session.accept():
            self.show()
        else:
            await self.forms.edit()

    def action_judge(self, found: Proof) -> None:
        """Say what was found of an outcome."""
        done = self.session.judge(found)
        self.show("" if done else "These keys are for the outcomes of question 2.")

    def action_tick(self) -> None:
        """Tick an earlier action off."""
        done = self.session.tick()
        self.show("" if done else "This key ticks earlier actions off, at the top.")

    def action_turn(self, by: int) -> None:
        """Take another claim or activity."""
        before = self.session.answers.outcomes
        self.session.turn(by)
        gone = before and not self.session.answers.outcomes
        self.show("What was found of the other step went; u brings it back." if gone else "")

    def action_move(self, by: int) -> None:
        """Move the cursor, or the side where that is shown alone."""
        if self._on_side and self.size.width < _BESIDE:
            self._sheet.query_one(Side).scroll_lines(by)
        else:
            self.session.move(by)
            self.show()

    def on_questions_picked(self, event: Questions.Picked) -> None:
        """Go to the row that was clicked; a click on the cursor's row opens its form."""
        if event.at == self.session.at:
            self.call_later(self.action_edit)
        self.session.go(event.at)
        self.show()

    def action_clear(self) -> None:
        """Take the answer of the row away."""
        self.show("" if self.session.clear() else "Nothing to take away.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self.show("" if self.session.undo() else "Nothing to undo.")

    def action_confirm(self) -> None:
        """Confirm the step."""
        self.session.confirm()
        self.show()

    def action_side(self) -> None:
        """Show the side, or the questions again."""
        self._on_side = not self._on_side
        self._fit(*self.size)

    def action_scroll(self, pages: int) -> None:
        """Scroll the side by most of its height."""
        side = self._sheet.query_one(Side)
        side.scroll_lines(pages * max(1, side.size.height - 2))

    def _leave_side(self) -> None:
        if self._on_side and self.size.width < _BESIDE:
            self.action_side()

    # Forms

    async def action_edit(self) -> None:
        """Open the form of the row."""
        await self.forms.edit()

    async def action_reset(self) -> None:
        """Reset the step."""
        await self.forms.reset()

    async def action_add(self) -> None:
        """Agree on a corrective action."""
        await self.forms.action()

    async def action_verdict(self) -> None:
        """Take the verdict."""
        await self.forms.verdict()

    async def action_help(self) -> None:
        """Show what the keys do."""
        await self.push_screen(Help())

    # Saving and leaving

    async def action_save(self) -> None:
        """Save the debrief, and close."""
        await self.saving.save()

    async def close_saved(self) -> None:
        """Close after the debrief was saved."""
        self.drafting.drop()
        self.exit()

    async def action_leave(self) -> None:
        """Leave; ask where something is not saved."""
        number = self.session.given
        if not number:
            await self.close_saved()
            return

        async def done(answer: str | None) -> None:
            if answer == "d":
                await self.close_saved()
            elif answer == "s":
                await self.saving.save()

        verb = "is" if number == 1 else "are"
        options = (Option("s", "save"), Option("d", "discard"), Option("b", "back"))
        await self.push_screen(
            Choice(f"{counted(number, 'answer')} {verb} not saved.", (), options), done
        )

    async def action_quit(self) -> None:
        """Leave by the key that quits any such application; not out of a dialog."""
        if self.screen is self._sheet:
            await self.action_leave()

    def keep_draft(self) -> None:
        """Keep what is not saved, for the next session."""
        self.drafting.keep()
