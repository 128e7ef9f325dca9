"""The base of a full screen on one deal: what is said and asked, the help, saving and leaving."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.command import SimpleCommand
from textual.screen import Screen

from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refused
from tas_cli.tui.choice import BACK, Choice, Option
from tas_cli.tui.drafts import Drafts
from tas_cli.tui.form import Answer, Form
from tas_cli.tui.full_screen import FullScreen
from tas_cli.tui.head import Head, Heading
from tas_cli.tui.help import Help
from tas_cli.tui.key_line import KeyLine
from tas_cli.tui.keys import Table, listed, palette
from tas_cli.tui.widgets import Drawn, drawable, ink
from tas_cli.workspace import Workspace
from tas_cli.writing import Plan, Written, look, update

TUI_CSS = Path(__file__).with_name("tui.tcss")
"""The style that all full screens have in common."""
Follow = Callable[[], Awaitable[None] | None]
"""What follows from an answer."""
Ways = Mapping[Option, Follow | None]
"""The ways to answer, each with what follows from it."""


class OpenDeal(NamedTuple):
    """The deal on the screen: its id and its file, in its workspace."""

    id: str
    path: Path
    workspace: Workspace


class Ask(Exception):  # noqa: N818 - it becomes a question
    """Nothing is written before somebody has answered what `ask` asks."""

    def __init__(self, ask: Follow) -> None:
        super().__init__()
        self.ask = ask


class Undoable(Protocol):
    """A session: what it has changed can be taken back."""

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""


class SessionApp(FullScreen):
    """A full screen on one deal: a main screen with its keys, forms before it, drafts, a save.

        class PlanScreen(Screen[None]):
            BINDINGS = bindings(listed(TABLE), "app.")

        class PlanApp(SessionApp):
            TABLE = TABLE
            MAIN = PlanScreen
            CSS_PATH: ClassVar = [TUI_CSS, Path(__file__).with_name("plan.tcss")]

            session: PlanSession

            def body(self) -> ComposeResult:
                with Container(id="body"):  # all the room between the head and the keys
                    yield PlanView(self.session)

            def heading(self) -> Heading: ...
            def fit(self, width: int, height: int) -> None: ...
            async def save(self, *, close: bool = False) -> None: ...

    It sets `session` and `drafts` when it is made.
    """

    TABLE: ClassVar[Table]
    MAIN: ClassVar[type[Screen[None]]]
    drafts: Drafts[Any]
    session: Undoable

    def __init__(self, deal: OpenDeal, *, ascii_only: bool = False, colour: bool = True) -> None:
        super().__init__(ascii_only=ascii_only, colour=colour)
        self.deal = deal

    def heading(self) -> Heading:
        """Return what the head says."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Lay out what goes between the head and the keys."""
        raise NotImplementedError

    def fit(self, width: int, height: int) -> None:
        """Share the screen out, and show everything."""
        raise NotImplementedError

    async def save(self, *, close: bool = False) -> None:
        """Save all that is not saved, and close after that."""
        raise NotImplementedError

    # What is on the screen

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        return self.MAIN(id="main")

    @property
    def main(self) -> Screen[Any]:
        """The main screen, also while a dialog is before it."""
        return self.screen_stack[0]

    def compose(self) -> ComposeResult:
        """Lay out the main screen."""
        yield Head(self.deal.id, self.heading)
        yield from self.body()
        yield KeyLine(listed(self.TABLE), "app.")

    async def on_mount(self) -> None:
        """Begin on the main screen, and offer what an earlier session left."""
        self.share_out()
        await self.drafts.offer()

    def on_resize(self, event: events.Resize) -> None:
        """Share the screen out anew."""
        self.fit(*event.size)

    def share_out(self) -> None:
        """Share the screen out for what there is now."""
        self.fit(*self.size)

    def show(self, message: str = "") -> None:
        """Repaint what depends on the session, and keep a draft of it."""
        self.main.query_one(KeyLine).message = message
        for widget in self.main.query(Drawn):
            widget.redraw()
        self.drafts.keep_soon()

    def say(self, message: str) -> None:
        """Show a message in the place of the keys."""
        keys = self.main.query_one(KeyLine)
        keys.message = message
        keys.redraw()

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
        """Ask a question that has a key for each answer, and do what follows from it.

        await self.ask("Not saved", [why], {Option("l", "look again"): self.adopt, BACK: None})
        """
        follows = {option.key: follow for option, follow in ways.items()}

        async def done(answer: str | None) -> None:
            follow = follows.get(answer or "")
            await _following(follow and follow())

        texts = [line if isinstance(line, Text) else ink(line) for line in lines]
        await self.push_screen(Choice(title, texts, tuple(ways), careful=careful), done)

    async def inform(self, title: str, *lines: str) -> None:
        """Show what has to be read before going on."""
        await self.ask(title, filter(None, lines), {Option("o", "ok"): None})

    async def action_help(self) -> None:
        """Show what the keys do."""
        await self.push_screen(Help(self.TABLE))

    async def action_palette(self) -> None:
        """Offer all that the keys do, to be found by a word."""
        commands = [
            SimpleCommand(drawable(self, ink(name)).plain, partial(self.run_action, action), about)
            for name, action, about in palette(listed(self.TABLE))
        ]
        await self.search_commands(commands, "Find a command")

    # Undoing, saving and leaving

    async def write(self, plan: Plan[Opportunity]) -> Written[Opportunity] | None:
        """Write what a plan says, and return that; None where nothing was written.

        The plan holds its changes against what the file has now, and raises `Ask` where somebody
        is to decide first, as on what was written by somebody else meanwhile.
        """
        try:
            seen = look(self.deal.path, self.deal.workspace, Opportunity)
            return update(seen, plan, settled=True)
        except Ask as question:
            await _following(question.ask())
        except Refused as refused:
            await self.inform("Not saved", refused.message, refused.advice)
        return None

    def action_undo(self) -> None:
        """Take the last change back."""
        self.show("" if self.session.undo() else "Nothing to undo.")

    async def action_save(self) -> None:
        """Save all that is not saved."""
        await self.save()

    async def action_leave(self) -> None:
        """Leave; ask where something is not saved."""
        number, what = self.heading().unsaved
        if not number:
            await self.close()
            return

        title = f"Save {what} before you leave?"
        save, discard = Option("s", "save"), Option("d", "discard")
        ways: Ways = {save: partial(self.save, close=True), discard: self.close, BACK: None}
        await self.ask(title, (), ways)

    async def action_quit(self) -> None:
        """Leave by the key that quits any such application; not out of a dialog."""
        if self.screen is self.main:
            await self.action_leave()

    async def close(self) -> None:
        """Close, and leave no draft."""
        self.drafts.drop()
        self.exit()

    def keep_draft(self) -> None:
        """Keep what is not saved, for the next session."""
        self.drafts.keep()


async def _following(coming: Awaitable[None] | None) -> None:
    """Wait for what follows, where it takes its time."""
    if coming is not None:
        await coming
