"""A form with a list to pick from, and a line for the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Label

from tas_cli.scorecard.buttons import Key, buttons
from tas_cli.scorecard.dialogs.form import Answer, Form
from tas_cli.tui.field import Field
from tas_cli.tui.widgets import Drawn, clipped, page

_MOST_ROWS = 9


class Lines(Drawn):
    """Some lines, drawn by the form; it is told which of them was clicked."""

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self, name: str, number: int, lines: Callable[[int], list[Text]]) -> None:
        super().__init__(name)
        self.styles.height = number
        self._text = lines

    def draw(self, width: int, height: int) -> Text:
        """Return the lines, cut to the width."""
        return page([clipped(line, width) for line in self._text(width)[:height]])

    def on_click(self, event: events.Click) -> None:
        """Say which line it was."""
        self.post_message(self.Clicked(event.y))


class Pick(Form[Answer]):
    """Shows rows, one of them under the cursor, and takes a reason below them.

    The keys of the list wait where a reason is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", priority=True, show=False),
        Binding("up", "go(-1)", priority=True, show=False),
        Binding("tab,shift+tab", "switch", priority=True, show=False),
        Binding("j", "on_list('go(1)')", priority=True, show=False),
        Binding("k", "on_list('go(-1)')", priority=True, show=False),
        *(
            Binding(str(number), f"on_list('pick({number})')", priority=True, show=False)
            for number in range(1, _MOST_ROWS + 1)
        ),
    ]
    LINES = 0
    """How many lines the text takes, the list among them."""
    FIRST = 0
    """The line of the list's first row."""
    HINTS: tuple[Key, ...] = ()

    def __init__(self, reasons: list[str], at: int) -> None:
        super().__init__(classes="dialog")
        self.at = at
        self._reasons = list(reasons)

    def compose(self) -> ComposeResult:
        """Lay out the text, the line for the reason, and the keys."""
        with VerticalScroll(classes="box wide", can_focus=False):
            rows = Lines("rows", self.LINES, self.text)
            rows.can_focus = True
            yield rows
            with Horizontal(classes="field because"):
                yield Label("Because", markup=False)
                yield Field(self._reasons[self.at], name="because")
            yield Label("", id="wrong", markup=False)
            yield Lines("hints", 1, lambda width: [buttons(self.HINTS, width)])

    def text(self, width: int) -> list[Text]:
        """Return what stands above the reason, the list among it."""
        raise NotImplementedError

    def begin(self) -> None:
        """Begin in the list."""
        self.set_focus(self.query_one("#rows"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key of the list to the line for the reason while that has the focus."""
        del parameters
        return action != "on_list" or not self.in_reason

    @property
    def in_reason(self) -> bool:
        """Whether a reason is being typed."""
        return isinstance(self.focused, Field)

    async def action_on_list(self, action: str) -> None:
        """Do what a key means in the list."""
        await self.run_action(f"screen.{action}")

    async def action_go(self, by: int) -> None:
        """Go to another row; up from the reason goes back to the list."""
        await self.settled()
        if not self.in_reason:
            self.go(self.at + by)
        elif by < 0:
            self.begin()

    async def action_pick(self, number: int) -> None:
        """Go to a row by its number."""
        await self.settled()
        self.go(number - 1)

    async def action_switch(self) -> None:
        """Go from the list to the reason, and back."""
        await self.settled()
        if self.in_reason:
            self.begin()
        else:
            self.ask_reason()

    def on_paste(self) -> None:
        """Say where a paste in the list could go; one in the line for the reason stays there."""
        self.say("Tab goes to the reason: paste it there.")

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Go to the row that was clicked."""
        if 0 <= event.line - self.FIRST < len(self._reasons):
            self.begin()
            self.go(event.line - self.FIRST)

    def go(self, row: int) -> None:
        """Go to a row, at most to the last; each has a reason of its own."""
        field = self.query_one(Field)
        self._reasons[self.at] = field.words
        self.at = max(0, min(row, len(self._reasons) - 1))
        field.put(self._reasons[self.at])
        self.redraw()

    def redraw(self) -> None:
        """Show what has changed."""
        self.query_one("#wrong", Label).update("")
        self.query_one("#rows", Lines).redraw()

    def ask_reason(self, sentence: str = "") -> None:
        """Go to the line for the reason, and say why one is needed."""
        if sentence:
            self.wrong("because", sentence)
        field = self.query_one(Field)
        self.set_focus(field)
        field.cursor_position = len(field.value)

    @property
    def reason(self) -> str | None:
        """The reason as it was typed, or as it was given where nothing was changed."""
        return self.query_one(Field).words or None

    @reason.setter
    def reason(self, words: str) -> None:
        self.query_one(Field).put(words)
