"""The application of a challenge: passes keys to the session and shows the session."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from tas_cli.challenge.drafts import ChallengeDrafts
from tas_cli.challenge.guide import Guide
from tas_cli.challenge.keys import HIGHEST, TABLE
from tas_cli.challenge.reader import Reader
from tas_cli.challenge.saving import Saving
from tas_cli.challenge.session import Session, in_words
from tas_cli.challenge.sheet import Sheet
from tas_cli.method.plan import challenge_categories
from tas_cli.tui.head import Heading
from tas_cli.tui.session_app import TUI_CSS, OpenDeal, Place
from tas_cli.views.challenge import page, scored
from tas_cli.views.page import Page, bare
from tas_cli.views.words import short_date

_GUIDE = ((24, 7), (18, 5), (0, 0))
"""The lines of the guide, by the least height of the screen."""
_ON_SHEET = ("skip", "regret", "clear", "edit")
"""Actions about the row under the cursor."""


class ChallengeApp(Saving):
    """The full screen on which a plan is challenged."""

    TABLE = TABLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("challenge.tcss")]

    def __init__(
        self, deal: OpenDeal, session: Session, *, ascii_only: bool = False, color: bool = True
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session = session
        self.drafts = ChallengeDrafts(self)
        self.reader = Reader(session, deal.id)

    # Screen

    def body(self) -> ComposeResult:
        """Lay out the sheet with the guide below it, and a page to read in their place."""
        with Vertical(id="body"):
            yield Sheet(self.session, self.pick)
            yield Guide(self.session)
            yield self.reader

    def heading(self) -> Heading:
        """Return who scores in which role, and what is not saved."""
        session, entered = self.session, self.session.entered
        day = short_date(entered.day, session.interpreter.today)
        about = f"{entered.role}: {entered.by or 'nobody named'}, {day}"
        about = f"{about} · {session.opportunity.customer}"
        return Heading(about, (session.given, in_words(entered)))

    def summary(self, width: int) -> Page:
        """Return the page of the challenge with what is not saved yet."""
        del width
        return page(self.deal.id, self.session.deal)

    def places(self) -> Iterator[Place]:
        """Yield the categories, so that the palette can go to each."""
        for key, category in challenge_categories().items():
            yield category.title, partial(self._go_to, key), category.about

    def fit(self, width: int, height: int) -> None:
        """Lay out the guide below the sheet if it fits."""
        del width
        lines = next(lines for least, lines in _GUIDE if height >= least)
        sheet, guide = self.main.query_one(Sheet), self.main.query_one(Guide)
        self.reader.display = self.reader.reading is not None
        sheet.display = not self.reader.display
        guide.display = sheet.display and lines > 0
        guide.styles.height = lines
        self.show()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable what changes the sheet while a page covers it."""
        return not (action in _ON_SHEET and self.reader.reading) and super().check_action(
            action, parameters
        )

    def action_digit(self, digit: int) -> None:
        """Give the grade under the cursor and move on; say what a complete category scores."""
        category = self.session.row.category
        if self.reader.reading:
            self.say(f"Press {self.reader.reading.key} to go back to the grades.")
        elif not 1 <= digit <= HIGHEST:
            self.show("Grades are from 1 (low) to 5 (high).")
        elif self.session.grade(digit):
            self.session.step_after_grade()
            self.show(self._scored(category) if self.session.complete(category) else "")
        else:
            self.show("Grades are for the questions. Press a to add a point.")

    def _scored(self, category: str) -> str:
        found = self.session.means(category).values()
        return f"Mean: {', '.join(bare([scored(each, self.session.deal)]) for each in found)}"

    def action_skip(self) -> None:
        """Leave the grade out and move on."""
        self.session.step()
        self.show()

    def action_regret(self) -> None:
        """Go back one grade, and take it back if it is not saved."""
        self.session.step(-1)
        self.session.grade(None)
        self.show()

    def action_clear(self) -> None:
        """Take back the grade or the point under the cursor if it is not saved."""
        row = self.session.row
        if row.point is not None and self.session.is_unsaved(row):
            self.session.raise_point(None, row.point)
        else:
            self.session.grade(None)
        self.show()

    def action_undo(self) -> None:
        """Undo the last change; one of who scores, or in which role, is not seen in the sheet."""
        before = self.session.entered
        super().action_undo()
        now = self.session.entered
        if (before.role, before.by) != (now.role, now.by):
            self.show(f"Undone: now as the {now.role}, by {now.by or 'nobody named'}")

    def action_role(self) -> None:
        """Switch between team and spoiler."""
        session = self.session
        session.identify(session.other_role, session.entered.by)
        self.show(f"Now as the {session.entered.role}")

    def action_read(self, name: str) -> None:
        """Show a page in place of the sheet, or the sheet again."""
        self.reader.turn(name)
        self.share_out()
        if self.reader.reading:
            key, about, _ = self.reader.reading
            self.say(f"{about} {key} goes back.")

    async def action_leave(self) -> None:
        """Go back from a page to the sheet; from there, leave."""
        if self.reader.reading:
            self.action_read("")
        else:
            await super().action_leave()

    def action_turn(self, by: int) -> None:
        """Go to another category; scroll a page."""
        if self.reader.reading:
            self.reader.scroll_lines(by * max(1, self.reader.size.height - 2))
        else:
            self.session.turn(by)
            self.show()

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor; scroll a page."""
        if self.reader.reading:
            self.reader.scroll_lines(rows)
        else:
            self.session.move(rows, columns)
            self.show()

    def pick(self, at: int, column: int) -> None:
        """Go to the clicked grade or point."""
        self.session.go(at, column)
        self.show()

    def _go_to(self, category: str) -> None:
        self.session.go_to(category)
        self.action_read("")

    async def action_done(self) -> None:
        """Save, and leave."""
        await self.save(close=True)
