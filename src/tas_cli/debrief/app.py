"""The debrief application: passes keys to the session and shows the session on the screen."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from tas_cli.assess.sheet import Sheet
from tas_cli.debrief.detail import Detail
from tas_cli.debrief.drafts import AnswerDrafts
from tas_cli.debrief.keys import TABLE
from tas_cli.debrief.questions import Questions
from tas_cli.debrief.saving import Saving
from tas_cli.debrief.session import Session
from tas_cli.debrief.side import Side
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Proof
from tas_cli.tui.head import Heading
from tas_cli.tui.session_app import TUI_CSS, OpenDeal
from tas_cli.words import counted

_BESIDE = 120
"""The minimum width that shows the side panel next to the questions."""
_LOW = 14
"""The height below which the row under the cursor is not shown in full."""


class DebriefApp(Saving):
    """The full-screen debrief of a deal; `in_file` is the content of its file at the start."""

    TABLE = TABLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("debrief.tcss")]

    def __init__(
        self,
        deal: OpenDeal,
        session: Session,
        in_file: Opportunity,
        *,
        ascii_only: bool = False,
        color: bool = True,
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session, self.in_file = session, in_file
        self.drafts = AnswerDrafts(self)
        self._on_side = False

    # Screen

    def body(self) -> ComposeResult:
        """Lay out the questions and the side panel."""
        with Container(id="body"):
            with Vertical(id="left"):
                yield Questions(self.session, self.pick)
                yield Detail(self.session)
            yield Side(self.session)

    def heading(self) -> Heading:
        """Return the deal, the day, and the number of unsaved answers."""
        brief, answers = self.session.brief, self.session.answers
        by = f", by {answers.by}" if answers.by else ""
        about = f"{brief.opportunity.customer} · debrief of {brief.day}{by}"
        number = self.session.given
        return Heading(about, (number, counted(number, "answer")))

    def sheet(self) -> Sheet:
        """Return the deal on the day of the debrief."""
        brief = self.session.brief
        return Sheet.of(brief.opportunity, brief.settings, brief.day, account=brief.account)

    def fit(self, width: int, height: int) -> None:
        """Put the side panel next to the questions if both fit."""
        beside = width >= _BESIDE
        self.main.query_one("#left").display = beside or not self._on_side
        self.main.query_one(Side).display = beside or self._on_side
        self.main.query_one(Detail).display = height >= _LOW
        self.show()

    # Keys

    async def action_accept(self) -> None:
        """Accept the proposal and move on, or open the form if there is none."""
        self._leave_side()
        if self.session.accept():
            self.show()
        else:
            await self.action_edit()

    def action_judge(self, found: Proof) -> None:
        """Judge the outcome under the cursor."""
        judged = self.session.judge(found)
        self.show("" if judged else "Use + - ? on outcomes (question 2).")

    def action_tick(self) -> None:
        """Tick off an earlier action item."""
        done = self.session.tick()
        self.show("" if done else "Use this key on earlier action items (top).")

    def action_turn(self, by: int) -> None:
        """Turn to another claim or activity."""
        before = self.session.answers.outcomes
        self.session.turn(by)
        gone = before and not self.session.answers.outcomes
        self.show("Your outcomes for the other step were cleared. Press u to undo." if gone else "")

    def action_move(self, by: int) -> None:
        """Move the cursor, or scroll the side panel if it is shown alone."""
        if self._on_side and self.size.width < _BESIDE:
            self.main.query_one(Side).scroll_lines(by)
        else:
            self.session.move(by)
            self.show()

    def pick(self, at: int) -> None:
        """Go to the clicked row; if the cursor is there already, open its form."""
        if at == self.session.at:
            self.call_later(self.action_edit)
        self.session.go(at)
        self.show()

    def action_clear(self) -> None:
        """Clear the answer of the row."""
        self.show("" if self.session.clear() else "Nothing to clear.")

    def action_confirm(self) -> None:
        """Confirm the step."""
        self.session.confirm()
        self.show()

    def action_side(self) -> None:
        """Switch between the side panel and the questions."""
        self._on_side = not self._on_side
        self.share_out()

    def action_scroll(self, pages: int) -> None:
        """Scroll the side panel by most of its height."""
        side = self.main.query_one(Side)
        side.scroll_lines(pages * max(1, side.size.height - 2))

    def _leave_side(self) -> None:
        if self._on_side and self.size.width < _BESIDE:
            self.action_side()
