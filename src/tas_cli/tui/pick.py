"""A form with a list to pick from, and a line for the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Label

from tas_cli.tui.field import Field
from tas_cli.tui.form import Answer, Form
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.widgets import Drawn, clipped, ink, page
from tas_cli.views.page import STRONG, Part

_MOST_ROWS = 9
_WIDTH = 76
"""A width at which to count the lines; their number is the same at every width."""


class Lines(Drawn):
    """Lines drawn by the form."""

    def __init__(self, name: str, number: int, lines: Callable[[int], list[Text]]) -> None:
        super().__init__(name)
        self.styles.height = number
        self._text = lines

    def draw(self, width: int, height: int) -> Text:
        """Return the lines, cut to the width."""
        return page([clipped(line, width) for line in self._text(width)[:height]])


def picking(what: str) -> tuple[Key, ...]:
    """Return the keys that move between rows, labeled with what a row is."""
    return (
        Key("up", "go(-1)", "Up", what, spare=True),
        Key("down", "go(1)", "Down", what, spare=True),
    )


class Pick(Form[Answer]):
    """Shows rows with a cursor, and takes a reason below them.

        class PickStep(Pick[str]):
            KEYS = (*picking("step"), *taking("take"))

            def above(self, width: int) -> list[Text]: return [ink("Which step?")]
            def row(self, at: int, style: str) -> list[Part]: return [(self._steps[at], style)]
            def take_all(self) -> None: self.dismiss(self._steps[self.at])

    It has as many rows as reasons. Keys with `in_list` are inactive while a reason is being typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        (
            *picking(""),
            Key("tab,shift+tab", "switch"),
            Key("j", "go(1)", in_list=True),
            Key("k", "go(-1)", in_list=True),
            *(Key(str(row), f"pick({row})", in_list=True) for row in range(1, _MOST_ROWS + 1)),
        )
    )
    KEYS: tuple[Key, ...] = ()
    """The keys in its key line."""

    def __init__(self, reasons: list[str], at: int) -> None:
        super().__init__()
        self.at = at
        self._reasons = list(reasons)

    def compose(self) -> ComposeResult:
        """Lay out the text, the field for the reason, and the keys."""
        with VerticalScroll(classes="box wide", can_focus=False):
            rows = Lines("rows", len(self._text(_WIDTH)), self._text)
            rows.can_focus = True
            yield rows
            with Horizontal(classes="field because"):
                yield Label("Reason", markup=False)
                yield Field(self._reasons[self.at], name="because")
            yield from self.foot(self.KEYS)

    def above(self, width: int) -> list[Text]:
        """Return what goes above the rows, with the same number of lines at every width."""
        raise NotImplementedError

    def row(self, at: int, style: str) -> list[Part]:
        """Return a row, with its name in `style`, which marks the row under the cursor."""
        raise NotImplementedError

    def below(self, width: int) -> list[Text]:
        """Return what goes below the rows, with the same number of lines at every width."""
        del width
        return []

    def _text(self, width: int) -> list[Text]:
        rows = []
        for at in range(len(self._reasons)):
            mark, style = ("▸ ", "bold reverse") if at == self.at else ("  ", "")
            rows.append(ink((mark, STRONG), *self.row(at, style)))
        return [*self.above(width), *rows, *self.below(width)]

    def begin(self) -> None:
        """Focus the list."""
        self.set_focus(self.query_one("#rows"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable keys of the list while the reason has the focus, so that they type text."""
        del parameters
        return action != "on_list" or not self.in_reason

    @property
    def in_reason(self) -> bool:
        """Whether a reason is being typed."""
        return isinstance(self.focused, Field)

    async def action_on_list(self, action: str) -> None:
        """Run the action of a key of the list."""
        await self.run_action(f"screen.{action}")

    async def action_go(self, by: int) -> None:
        """Go to another row; from the reason, up goes back to the list."""
        await self.settled()
        if not self.in_reason:
            self.go(self.at + by)
        elif by < 0:
            self.begin()

    async def action_pick(self, number: int) -> None:
        """Go to a row by number."""
        await self.settled()
        self.go(number - 1)

    async def action_switch(self) -> None:
        """Switch between the list and the reason."""
        await self.settled()
        if self.in_reason:
            self.begin()
        else:
            self.ask_reason()

    def on_paste(self) -> None:
        """Say where to paste: the list takes no text, the field for the reason does."""
        self.say("Press Tab, then paste into the reason.")

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked row."""
        clicked = event.get_content_offset(self.query_one("#rows"))
        row = clicked.y - len(self.above(_WIDTH)) if clicked else -1
        if 0 <= row < len(self._reasons):
            self.begin()
            self.go(row)

    def go(self, row: int) -> None:
        """Go to a row, stopping at the first and the last one; each has its own reason."""
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
        """Focus the reason, and say why one is needed."""
        if sentence:
            self.wrong("because", sentence)
        field = self.query_one(Field)
        self.set_focus(field)
        field.cursor_position = len(field.value)

    @property
    def reason(self) -> str | None:
        """The reason as typed, or as given if it was not changed."""
        return self.query_one(Field).words or None

    @reason.setter
    def reason(self, words: str) -> None:
        self.query_one(Field).put(words)
