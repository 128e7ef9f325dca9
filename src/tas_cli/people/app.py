"""The application of the people: passes keys to the session and shows the session."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.containers import Container

from tas_cli.assess.sheet import Sheet
from tas_cli.method.people import coverages, roles, standings
from tas_cli.model.scalars import RoleKey, StandingKey
from tas_cli.nouns.people import PEOPLE
from tas_cli.people.detail import Detail
from tas_cli.people.drafts import PeopleDrafts
from tas_cli.people.entry import EXAMPLE
from tas_cli.people.keys import TABLE, Main
from tas_cli.people.layout import LIST, layout
from tas_cli.people.roster import Roster
from tas_cli.people.saving import Saving
from tas_cli.people.session import Session
from tas_cli.people.verdict import Verdict
from tas_cli.people.words import people_counted
from tas_cli.tui.evidence_form import evidence_form, evidence_of
from tas_cli.tui.fields import Values
from tas_cli.tui.head import Heading
from tas_cli.tui.line_form import Entry, Find
from tas_cli.tui.record_form import RecordForm
from tas_cli.tui.session_app import TUI_CSS, OpenDeal, Place
from tas_cli.tui.widgets import ink
from tas_cli.views.cells import fit

_GRADES = 5
_LABEL = 24
"""The most cells of a name before a line to type."""
Grade = Literal["influence", "rank"]


class PeopleApp(Saving):
    """The full screen of a deal's people."""

    TABLE = TABLE
    MAIN = Main
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("people.tcss")]

    def __init__(
        self, deal: OpenDeal, session: Session, *, ascii_only: bool = False, color: bool = True
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session = session
        self.drafts = PeopleDrafts(self)
        self._grade: Grade | None = None

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
        about = f"{self.session.opportunity.customer} · {people_counted(len(people))}"
        return Heading(about, (changed, people_counted(changed)))

    def sheet(self) -> Sheet:
        """Return the deal with what is not saved yet."""
        return Sheet.of(self.session.now, self.session.settings, self.session.interpreter.today)

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

    def show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft."""
        self._grade = None
        super().show(message)

    def pick(self, key: str) -> None:
        """Go to a person."""
        self.session.go(key)
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
        self._changed(f"{standings()[status].title}" if status else "")

    def action_digit(self, digit: int) -> None:
        """Set the contact, or the grade whose key was pressed before."""
        if self._grade:
            name = self._grade
            self.session.change(**{name: digit or None})
            self._changed(f"{name.capitalize()} {digit or 'unknown'}")
        elif digit < len(coverages()):
            key, found = [*coverages().items()][digit]
            self.session.change(coverage=key)
            self._changed(found.title)
        else:
            self.show("Contact is 0 to 3. For influence press i, then 1 to 5.")

    def action_grade(self, name: Grade) -> None:
        """Wait for the digit of an influence or a rank."""
        if self.session.selected:
            self.show(f"{name.capitalize()} of {self._whom}: 1 to {_GRADES}, or 0 for unknown")
            self._grade = name

    def action_role(self, key: RoleKey) -> None:
        """Give the selected person a role, or take it away."""
        has = self.session.selected is not None and self.session.role(key)
        self._changed(f"{'Now' if has else 'Not'} {roles()[key].title.lower()}")

    def action_left(self) -> None:
        """Say that the selected person has left, or has not."""
        gone = self.session.selected is not None and self.session.leave()
        self._changed("Left today; Enter changes the day" if gone else "Still there")

    def action_remove(self) -> None:
        """Take the selected person off the map."""
        name = self._whom
        if self.session.shared:
            self.show(f"{name} is in the account's file. There: {self._removing}")
        elif self.session.selected:
            self.session.remove()
            self.show(f"{name} is off the map. Press u to undo.")

    async def action_edit(self) -> None:
        """Open the form with all fields of the selected person."""
        if not self.session.selected:
            await self.action_add()
            return
        reader = self.session.interpreter
        form = RecordForm(PEOPLE, self.session.now, self.session.cursor, reader)

        def take(_: Values) -> None:
            if form.made and form.made.after is None:
                self.action_remove()
            elif form.made:
                self.session.make(form.made)
                self.show()

        await self.open(form, take)

    async def action_evidence(self) -> None:
        """Take evidence for what the map says of the selected person."""
        person, reader = self.session.selected, self.session.interpreter

        def take(values: Values) -> None:
            self.session.add_evidence(evidence_of(values))
            self._changed("evidence added")

        if person:
            title = ink("What shows this about ", (self._whom, "bold"))
            await self.open(
                evidence_form(title, evidence_of({"when": str(reader.today)}), "add", reader), take
            )

    def action_still_true(self) -> None:
        """Say that the entry is still true today."""
        self.session.change(as_of=self.session.interpreter.today)
        self._changed("still true, as of today")

    async def action_add(self) -> None:
        """Add a person from one line."""
        await self._add(None)

    async def action_below(self) -> None:
        """Add a person who reports to the selected one."""
        await self._add(self.session.cursor or None)

    async def _add(self, boss: str | None) -> None:
        label = f"Below {fit(self._whom, _LABEL).rstrip()}" if boss else "Add"
        form = Entry(label, EXAMPLE, partial(self.session.add, boss))
        await self.open(form, lambda _: self.share_out())

    async def action_find(self) -> None:
        """Find a person; the cursor follows the search, and goes back if it is canceled."""
        before = self.session.cursor
        form = Find(self._search, "name or title")
        await self.open(form, lambda _: self.show(), partial(self.pick, before))

    def _search(self, words: str, at: int) -> str:
        found = self.session.matching(words)
        if found:
            self.pick(found[at % len(found)])
        if not words.strip():
            return ""
        return f"{at % len(found) + 1} of {len(found)}" if found else "no match"

    async def action_done(self) -> None:
        """Save, and leave."""
        await self.save(close=True)

    @property
    def _removing(self) -> str:
        account = f"accounts/{self.session.opportunity.account}.yaml"
        return f"tas people {account} {self.session.cursor} --remove"

    @property
    def _whom(self) -> str:
        person = self.session.selected
        return (person and person.name) or self.session.cursor

    def _changed(self, what: str) -> None:
        self.show(f"{self._whom}: {what}" if self.session.selected else "Press a to add somebody.")
