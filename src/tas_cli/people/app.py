"""The application of the people: passes keys to the session and shows the session."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.containers import Container

from tas_cli.method.people import coverages, roles, standings
from tas_cli.model.scalars import RoleKey, StandingKey
from tas_cli.people.detail import Detail
from tas_cli.people.drafts import PeopleDrafts
from tas_cli.people.forms import Forms
from tas_cli.people.keys import TABLE
from tas_cli.people.layout import LIST, layout
from tas_cli.people.roster import Roster
from tas_cli.people.session import Session
from tas_cli.people.verdict import Verdict
from tas_cli.tui.head import Heading
from tas_cli.tui.key_line import KeyLine
from tas_cli.tui.session_app import TUI_CSS, OpenDeal, Place
from tas_cli.views.map import page
from tas_cli.views.page import Page
from tas_cli.words import counted

_GRADES = 5
Grade = Literal["influence", "rank"]


class PeopleApp(Forms):
    """The full screen of a deal's people."""

    TABLE = TABLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("people.tcss")]

    def __init__(
        self, deal: OpenDeal, session: Session, *, ascii_only: bool = False, color: bool = True
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session = session
        self.drafts = PeopleDrafts(self)
        self._asked: tuple[Grade | None, str] = (None, "")

    # Screen

    def body(self) -> ComposeResult:
        """Lay out the list, the details, and the verdict below both."""
        with Container(id="body"):
            yield Roster(self.session, self.pick)
            yield Detail(self.session)
        yield Verdict(self.session)

    def heading(self) -> Heading:
        """Return the deal and its unsaved changes."""
        people, changed = self.session.people, len(self.session.unsaved)
        about = f"{self.session.opportunity.customer} · {counted(len(people), 'person', 'people')}"
        return Heading(about, (changed, counted(changed, "person", "people")))

    def summary(self, width: int) -> Page:
        """Return the map with what is not saved yet."""
        return page(self.deal.id, self.session.deal, width=width)

    def places(self) -> Iterator[Place]:
        """Yield the people, so that the palette can go to each."""
        for key in self.session.rows:
            person = self.session.people[key]
            yield person.name or key, partial(self.pick, key), person.title or ""

    def fit(self, width: int, height: int) -> None:
        """Lay out the details beside the list or below it, if they fit."""
        shares = layout(width, height, len(self.session.people))
        roster, detail = self.main.query_one(Roster), self.main.query_one(Detail)
        self.main.query_one("#body").set_class(not shares.beside, "stacked")
        roster.styles.width = LIST if shares.beside else "100%"
        roster.styles.height = "100%" if shares.beside else "1fr"
        detail.styles.width = "1fr" if shares.beside else "100%"
        detail.styles.height = "100%" if shares.beside else shares.detail
        detail.display = shares.beside or shares.detail > 0
        self.main.query_one(Verdict).styles.height = shares.verdict
        self.show()

    # Keys

    def action_move(self, by: int) -> None:
        """Go to another person."""
        self.session.move(by)
        self.show()

    def action_scroll(self, lines: int) -> None:
        """Scroll the details."""
        self.main.query_one(Detail).scroll_lines(lines)
        self.say("")

    def action_standing(self, key: StandingKey) -> None:
        """Set how the selected person stands with us."""
        self.session.standing(key)
        person = self.session.selected
        status = person and person.status
        self.changed(f"{standings()[status].title}" if status else "")

    def action_digit(self, digit: int) -> None:
        """Set the contact, or the grade that the key line asks for."""
        name, asked = self._asked
        if name and self.main.query_one(KeyLine).message == asked:
            self.session.change(**{name: digit or None})
            self.changed(f"{name.capitalize()} {digit or 'unknown'}")
        elif digit < len(coverages()):
            key, found = [*coverages().items()][digit]
            self.session.change(coverage=key)
            self.changed(found.title)
        else:
            self.show("Contact is 0 to 3. For influence press i, then 1 to 5.")

    def action_grade(self, name: Grade) -> None:
        """Wait for the digit of an influence or a rank."""
        if self.session.selected:
            asked = f"{name.capitalize()} of {self.whom}: 1 to {_GRADES}, or 0 for unknown"
            self.show(asked)
            self._asked = (name, asked)

    def action_role(self, key: RoleKey) -> None:
        """Give the selected person a role, or take it away."""
        has = self.session.selected is not None and self.session.role(key)
        self.changed(f"{'Now' if has else 'Not'} {roles()[key].title.lower()}")

    def action_left(self) -> None:
        """Say that the selected person has left, or has not."""
        gone = self.session.selected is not None and self.session.leave()
        self.changed("Left today; Enter changes the day" if gone else "Still there")

    def action_still_true(self) -> None:
        """Say that the entry is still true today."""
        self.session.change(as_of=self.session.interpreter.today)
        self.changed("Still true, as of today")

    async def action_done(self) -> None:
        """Save, and leave."""
        await self.save(close=True)
