"""The meeting application: passes what is typed to the session and shows what it means."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import Planned
from tas_cli.assess.sheet import Sheet
from tas_cli.edits.batch import Clash, Discard
from tas_cli.edits.meeting import plan_of_account, record
from tas_cli.meeting.drafts import MeetingDrafts
from tas_cli.meeting.keys import TABLE
from tas_cli.meeting.session import Session
from tas_cli.meeting.views import NUMBERS_WIDTH, Changes, Lines, Numbers
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.field import Field, settled
from tas_cli.tui.head import Head, Heading
from tas_cli.tui.session_app import TUI_CSS, Ask, OpenDeal, SessionApp, Ways
from tas_cli.typed.interpreter import day_named
from tas_cli.views.meeting import saved, tick_later
from tas_cli.words import counted
from tas_cli.workspace import account_path
from tas_cli.writing import Plan, Seen, look

_FIELDS = ("with", "when", "link", "entry")
_LABELS = {"with": "With", "when": "When", "link": "Link", "entry": ">"}
_AFTER = {"with": "when", "when": "entry", "link": "entry"}
"""Where Enter leads: a link is rare."""
_CHANGES, _LOW = 6, 14
"""The lines for what saving changes, and the height below which it gets fewer."""
_BESIDE = 110
"""The width from which the criteria are beside the lines."""


class MeetingApp(SessionApp):
    """The full screen of a meeting; `in_file` is the deal's file as the user has seen it."""

    TABLE = TABLE
    CSS_PATH: ClassVar[list[str | PurePath]] = [TUI_CSS, Path(__file__).with_name("meeting.tcss")]

    session: Session

    def __init__(
        self, deal: OpenDeal, session: Session, *, ascii_only: bool = False, color: bool = True
    ) -> None:
        super().__init__(deal, ascii_only=ascii_only, color=color)
        self.session, self.in_file = session, session.opportunity
        self.drafts = MeetingDrafts(self)
        self._numbers = False

    # Screen

    def body(self) -> ComposeResult:
        """Lay out whom, when and a link, the lines, the line to type, and what they change."""
        meeting = self.session.meeting
        with Vertical(id="body"):
            yield self._row("with", meeting.who or "", "name and role")
            yield self._row("when", meeting.day.isoformat(), "20 Nov, fri, -3d")
            yield self._row("link", meeting.link or "", "where the minutes are (Tab)")
            with Horizontal(id="learned"):
                yield Lines(self.session)
                yield Numbers(self.session)
            yield self._row("entry", "", "4 + their words")
            yield Changes(self.session, self.deal.id)

    def _row(self, name: str, given: str, hint: str) -> Horizontal:
        label = Label(_LABELS[name], markup=False)
        return Horizontal(label, Field(given, hint, name), classes="field", id=f"{name}-row")

    async def on_mount(self) -> None:
        """Start with whom we met, if that is not known, or with the first line.

        Textual calls the handler of the base class as well.
        """
        self._focus("entry" if self.session.meeting.people else "with")

    def heading(self) -> Heading:
        """Return the deal and what is not saved yet."""
        number = self.session.given
        about = f"{self.session.opportunity.customer} · meeting"
        return Heading(about, (number, counted(number, "item")))

    def fit(self, width: int, height: int) -> None:
        """Give the lines the room that is left, beside the criteria if both fit."""
        lines, numbers = self.main.query_one(Lines), self.main.query_one(Numbers)
        lines.display = not self._numbers
        numbers.display = self._numbers or width >= _BESIDE
        numbers.styles.width = "1fr" if self._numbers else NUMBERS_WIDTH
        self.main.query_one("#link-row").display = height >= _LOW
        self.main.query_one(Changes).styles.height = _CHANGES if height >= _LOW else 1
        self.show()

    def sheet(self) -> Sheet:
        """Return the deal with what is not saved yet."""
        now = self.session.now
        return Sheet.of(now.opportunity, now.settings, now.day, account=now.account)

    # Keys

    async def action_enter(self) -> None:
        """Take what was typed into the field with the cursor, and go on to the next."""
        at = await self._settled()
        if at != "entry":
            if self._take(at):
                self._focus(_AFTER[at])
            return
        entry = self._field("entry")
        line, offer = entry.words, self.session.offer
        if isinstance(offer, Planned) and not line:
            self.say("Type y if the tactic is done, n if it is not.")
            return
        if offer and line.casefold() in ("", "n", "no", "y", "yes"):
            self.session.decide(offer, shown=line.casefold() not in ("n", "no"))
        elif not line:
            self.say("Ctrl+S saves. Ctrl+N saves, and starts another meeting.")
            return
        elif not self._added(line):
            return
        entry.put("")
        self.show()

    async def action_move(self, by: int) -> None:
        """Go to another field."""
        at = await self._settled()
        if self._take(at):
            self._focus(_FIELDS[(_FIELDS.index(at) + by) % len(_FIELDS)])

    async def action_recall(self) -> None:
        """Put the last line back into the field, to change it; from there go up to the others."""
        at = await self._settled()
        entry = self._field("entry")
        if at != "entry" or entry.words or not self.session.meeting.lines:
            await self.action_move(-1)
            return
        entry.put(self.session.recall())
        entry.cursor_position = len(entry.value)
        self.show()

    def action_undo(self) -> None:
        """Undo the last change; a line that is back in its place leaves the field."""
        super().action_undo()
        entry = self._field("entry")
        if entry.words in self.session.meeting.lines[-1:]:
            entry.put("")
        self.refill()

    def action_numbers(self) -> None:
        """Show the criteria in place of the lines, or the lines again."""
        self._numbers = not self._numbers
        self.share_out()

    async def action_another(self) -> None:
        """Save, and write down another meeting."""
        await self.save()

    async def action_save(self) -> None:
        """Save and close."""
        await self.save(close=True)

    async def action_leave(self) -> None:
        """Leave, asking first if something is unsaved."""
        await self._settled()
        await super().action_leave()

    async def save(self, *, close: bool = False, replace: bool = False) -> None:
        """Write the meeting, asking about changes by others and about evidence to be lost."""
        at = await self._settled()
        if not self._take(at) or not self._entered():
            return
        if not self.session.given:
            self.say("Nothing to save yet: type a line first.")
            return
        plan = partial(self._plan, close=close, replace=replace)
        both = await self.write_all(plan, self._along)
        if not both:
            return
        written, *shared = both
        now = DealOnDay.of(
            written.now,
            self.session.settings,
            self.session.interpreter.today,
            account=self.session.account,
        )
        words = saved(self.session.recorded, self.session.was, now, self.deal.id)
        unanswered = self.session.unanswered
        self.notes += words
        self.notes += tick_later(unanswered, self.session.meeting.day, self.deal.id)
        self.in_file = written.now
        self.session.saved(written.now, *(each.now for each in shared))
        if close:
            self.notes.append(f"Before the next meeting: `tas prep {self.deal.id}`")
            await self.close()
            return
        self.refill()
        self._focus("with")
        self.show(f"{words[0]} The next one:")

    def _plan(self, now: Opportunity, *, close: bool, replace: bool) -> list[Edit]:
        session = self.session
        try:
            today = session.interpreter.today
            return list(record(self.in_file, now, session.recorded, today, replace=replace))
        except Clash as clash:
            lines, title = clash.lines, "Somebody else has changed these ratings"
            again = partial(self._over, clash.now, close=close, replace=replace)
        except Discard as discard:
            lines, title = discard.lines, "The new ratings remove evidence of that day"
            again = partial(self.save, close=close, replace=True)
        ways: Ways = {Option("s", "save anyway"): again, BACK: None}
        raise Ask(partial(self.ask, title, lines, ways, careful=True))

    def _along(self) -> list[tuple[Seen[Account], Plan[Account]]]:
        """Return the account's file with what the meeting changes there, if it has anything."""
        session, workspace = self.session, self.deal.workspace
        made, name = session.recorded, self.in_file.account
        path = account_path(workspace, name) if made.people and made.account and name else None
        if path is None:
            return []
        plan = plan_of_account(made, self.in_file, session.interpreter.today)
        return [(look(path, workspace, Account), plan)]

    async def _over(self, seen: Opportunity, *, close: bool, replace: bool) -> None:
        """Save although others have changed the same ratings, now that the user has seen theirs."""
        self.in_file = seen
        await self.save(close=close, replace=replace)

    # Fields

    def _field(self, name: str) -> Field:
        return self.main.query_one(f"#{name}", Field)

    def _focus(self, name: str) -> None:
        self.main.set_focus(self._field(name))

    async def _settled(self) -> str:
        """Return the name of the field with the cursor, once it has what was typed."""
        focused = self.main.focused
        if not isinstance(focused, Field):
            return "entry"
        await settled(focused)
        return str(focused.id)

    def _take(self, name: str) -> bool:
        """Take whom or when; say what is wrong with it, and return False."""
        words = self._field(name).words
        try:
            if name == "with":
                self.session.with_whom(words)
                if self.session.whole.people:
                    self._field(name).put(self.session.meeting.who or "")
            elif name == "link":
                self.session.linked(words)
            elif name == "when":
                self.session.on(words or self.session.interpreter.today.isoformat())
                self._field(name).put(self.session.meeting.day.isoformat())
                self.show(day_named(self.session.meeting.day))
                return True
        except WrongCall as error:
            self._focus(name)
            self._field(name).action_select_all()
            self.say(error.one_line)
            return False
        self.show()
        return True

    def _entered(self) -> bool:
        """Add the line that is still in the field."""
        entry = self._field("entry")
        if entry.words and not self._added(entry.words):
            return False
        entry.put("")
        return True

    def _added(self, line: str) -> bool:
        """Add a line; say what is wrong with it, and return False."""
        try:
            self.session.add(line)
        except WrongCall as error:
            self.say(error.one_line)
            return False
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the line being typed in the draft."""
        if event.input.id == "entry" and event.value != self.session.state.typed:
            self.session.typing(event.value)
            self.main.query_one(Head).redraw()
            self.drafts.keep_soon()

    def restore(self) -> None:
        """Show everything that a draft has, with the line that was being typed."""
        self.refill()
        self._field("entry").put(self.session.state.typed)

    def refill(self) -> None:
        """Show whom and when as the session has them."""
        meeting = self.session.meeting
        self._field("with").put(meeting.who or "")
        self._field("when").put(meeting.day.isoformat())
        self._field("link").put(meeting.link or "")
