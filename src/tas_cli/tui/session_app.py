"""The base of a full screen for a deal: messages, questions, help, saving and leaving."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.command import SimpleCommand
from textual.screen import Screen as View

from tas_cli.assess.sheet import Sheet
from tas_cli.edits.remarks import remarks
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refusal
from tas_cli.today import todays_date
from tas_cli.tui.choice import BACK, Choice, Option
from tas_cli.tui.drafts import Drafts
from tas_cli.tui.form import Answer, Form
from tas_cli.tui.full_screen import FullScreen
from tas_cli.tui.head import Head, Heading
from tas_cli.tui.help import Help
from tas_cli.tui.key_line import KeyLine
from tas_cli.tui.keys import Table, bindings, listed, palette
from tas_cli.tui.widgets import Drawn, drawable, ink
from tas_cli.views.brief import brief
from tas_cli.views.page import Page
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen
from tas_cli.workspace import Workspace
from tas_cli.writing import Plan, Seen, Written, look, update_together

TUI_CSS = Path(__file__).with_name("tui.tcss")
"""The styles shared by all full screens."""
_SUMMARY = 80
"""The width of a summary in cells, which shows all criteria in one row."""
Done = TypeVar("Done")
Follow = Callable[[], Awaitable[None] | None]
"""What to do after an answer."""
Place = tuple[str, Callable[[], Any], str]
"""An entry of the palette: its name, what it does, and its description."""
Ways = Mapping[Option, Follow | None]
"""The possible answers, each with what to do after it."""


class OpenDeal(NamedTuple):
    """The deal on the screen: its id and its file, in its workspace."""

    id: str
    path: Path
    workspace: Workspace


class Ask(Exception):  # noqa: N818 - it becomes a question
    """Raised by a plan to ask the user something before anything is written."""

    def __init__(self, ask: Follow) -> None:
        super().__init__()
        self.ask = ask


class Session(Protocol):
    """A session whose changes can be undone, and taken up again from a draft."""

    def undo(self) -> bool:
        """Undo the last change; return False if there is none."""

    def resume(self, state: Any) -> int | None:
        """Restore what an earlier session left; return the number of changes that are lost."""


class SessionApp(FullScreen):
    """A full screen for a deal: a main screen with keys, forms on top of it, drafts and saving.

        class PlanApp(SessionApp):
            TABLE = TABLE
            CSS_PATH: ClassVar = [TUI_CSS, Path(__file__).with_name("plan.tcss")]

            session: PlanSession

            def body(self) -> ComposeResult:
                with Container(id="body"):  # fills the space between the head and the keys
                    yield PlanView(self.session)

            def heading(self) -> Heading: ...
            def fit(self, width: int, height: int) -> None: ...
            async def save(self, *, close: bool = False) -> None: ...

    The subclass sets `session` and `drafts` when it is created.
    """

    TABLE: ClassVar[Table]
    drafts: Drafts[Any]
    session: Session

    def __init__(self, deal: OpenDeal, *, ascii_only: bool = False, color: bool = True) -> None:
        super().__init__(ascii_only=ascii_only, color=color)
        self.deal = deal

    def heading(self) -> Heading:
        """Return the content of the title line."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Lay out what goes between the head and the keys."""
        raise NotImplementedError

    def fit(self, width: int, height: int) -> None:
        """Lay out the screen for this size, and show everything."""
        raise NotImplementedError

    async def save(self, *, close: bool = False) -> None:
        """Save all unsaved changes, then close if `close` is set."""
        raise NotImplementedError

    def restore(self) -> None:
        """Show what a draft has beside what `show` repaints, such as the content of fields."""

    def sheet(self) -> Sheet:
        """Return the deal as a summary shows it, with what is not saved yet."""
        raise NotImplementedError

    def places(self) -> Iterable[Place]:
        """Return what else the palette finds: places on this screen to go to."""
        return ()

    # Screen

    def get_default_screen(self) -> View[None]:
        """Return the main screen, whose bindings are those of the table."""
        keys = {"BINDINGS": bindings(listed(self.TABLE), "app.")}
        main: type[View[None]] = type("Main", (View,), keys)
        return main(id="main")

    @property
    def main(self) -> View[Any]:
        """The main screen, even while a dialog covers it."""
        return self.screen_stack[0]

    def compose(self) -> ComposeResult:
        """Lay out the main screen."""
        yield Head(self.deal.id, self.heading)
        yield from self.body()
        yield KeyLine(listed(self.TABLE), "app.")

    async def on_mount(self) -> None:
        """Lay out the main screen, and offer the draft of an earlier session."""
        self.share_out()
        await self.drafts.offer()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out the screen for the new size."""
        self.fit(*event.size)

    def share_out(self) -> None:
        """Lay out the screen for its current content."""
        self.fit(*self.size)

    def show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft."""
        self.main.query_one(KeyLine).message = message
        for widget in self.main.query(Drawn):
            widget.redraw()
        self.drafts.keep_soon()

    def say(self, message: str) -> None:
        """Show a message in place of the keys."""
        keys = self.main.query_one(KeyLine)
        keys.message = message
        keys.redraw()

    def on_key(self, event: events.Key) -> None:
        """Say that a key does nothing, and where to find one that does."""
        if self.screen is self.main and event.is_printable:
            self.say(f"{safe(event.character or '')} does nothing here. F1 lists the keys.")

    # Asking

    async def open(
        self,
        form: Form[Answer],
        take: Callable[[Answer], Awaitable[None] | None],
        left: Follow | None = None,
    ) -> None:
        """Open a form, ready for what was typed ahead; `left` follows where it gives no answer."""

        async def done(answer: Answer | None) -> None:
            await _following(left and left() if answer is None else take(answer))

        await self.push_screen(form, done)
        form.begin()

    async def ask(
        self,
        title: str,
        lines: Iterable[str | Text],
        ways: Ways,
        *,
        careful: bool = False,
    ) -> None:
        """Ask a question with a key for each answer, and do what follows from the answer.

        await self.ask("Not saved", [why], {Option("l", "look again"): self.adopt, BACK: None})
        """
        follows = {option.key: follow for option, follow in ways.items()}

        async def done(answer: str | None) -> None:
            follow = follows.get(answer or "")
            await _following(follow and follow())

        texts = [line if isinstance(line, Text) else ink(line) for line in lines]
        await self.push_screen(Choice(title, texts, tuple(ways), careful=careful), done)

    async def inform(self, title: str, *lines: str) -> None:
        """Show something that the user has to read before continuing."""
        await self.ask(title, filter(None, lines), {Option("o", "ok"): None})

    async def action_help(self) -> None:
        """Show what the keys do."""
        await self.push_screen(Help(self.TABLE))

    async def action_palette(self) -> None:
        """Open a searchable list of everything that the keys do, and of places to go to."""
        keys: Iterator[Place] = (
            (name, partial(self.run_action, action), about)
            for name, action, about in palette(listed(self.TABLE))
        )
        commands = [
            SimpleCommand(drawable(self, ink(name)).plain, follow, about)
            for name, follow, about in (*keys, *self.places())
        ]
        await self.search_commands(commands, "Find a command")

    def summary(self, width: int) -> Page:
        """Return what is copied: a summary of the deal, or what this screen is about."""
        return brief(self.deal.id, self.sheet(), width)

    def action_copy(self) -> None:
        """Copy a summary, to paste into a message."""
        shown = Screen(_SUMMARY, unicode=not self.ascii_only)
        self.copy_to_clipboard(text(self.summary(_SUMMARY), shown))
        self.say("Summary copied. Paste it into a message.")

    # Undoing, saving and leaving

    async def write(self, plan: Plan[Opportunity]) -> Written[Opportunity] | None:
        """Carry out a plan, and return what was written, or None if nothing was.

        New owners who are not on the team are noted for when the screen closes.

        The plan compares its changes with the file's current content. It raises `Ask` if the user
        has to decide first, for example about changes that someone else made in the meantime.
        """
        written = await self.write_all(plan, tuple)
        return written[0] if written else None

    async def write_all(
        self, plan: Plan[Opportunity], along: Callable[[], Sequence[tuple[Seen[Any], Plan[Any]]]]
    ) -> list[Written[Any]] | None:
        """Carry out a plan like `write`, and those `along` with it for other files."""

        def carry_out() -> list[Written[Any]]:
            seen = look(self.deal.path, self.deal.workspace, Opportunity)
            return update_together([(seen, plan), *along()], compared=True)

        written = await self.attempt(carry_out)
        if written:
            was, now = written[0].was, written[0].now
            self.notes += remarks(was, now, self.deal.workspace.settings, todays_date())
        return written

    async def attempt(self, carry_out: Callable[[], Done]) -> Done | None:
        """Change files, and return the result; if that raises `Ask` or is refused, say so."""
        try:
            return carry_out()
        except Ask as question:
            await _following(question.ask())
        except Refusal as refused:
            await self.inform("Not saved", refused.message, refused.advice)
        return None

    def action_undo(self) -> None:
        """Undo the last change."""
        self.show("" if self.session.undo() else "Nothing to undo.")

    async def action_save(self) -> None:
        """Save all unsaved changes."""
        await self.save()

    async def action_leave(self) -> None:
        """Leave, asking first if something is unsaved."""
        number, what = self.heading().unsaved
        if not number:
            await self.close()
            return

        title = f"Save {what} before you leave?"
        save, discard = Option("s", "save"), Option("d", "discard")
        lose = partial(self._discard, what)
        ways: Ways = {save: partial(self.save, close=True), discard: lose, BACK: None}
        await self.ask(title, (), ways)

    async def _discard(self, what: str) -> None:
        """Leave without what is unsaved, and say so."""
        self.notes.append(f"Discarded {what}.")
        await self.close()

    async def action_quit(self) -> None:
        """Leave with the standard quit key, but not from a dialog."""
        if self.screen is self.main:
            await self.action_leave()

    async def close(self) -> None:
        """Close without leaving a draft."""
        self.drafts.drop()
        self.exit()

    def keep_draft(self) -> None:
        """Keep the unsaved changes for the next session."""
        self.drafts.keep()


async def _following(coming: Awaitable[None] | None) -> None:
    """Wait for the follow-up if it is asynchronous."""
    if coming is not None:
        await coming
