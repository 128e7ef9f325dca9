"""The dialogs: a choice, the form for evidence, a line of words, the search, the help."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import ValidationError
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Input, Label, Static

from tas_cli.model.opportunity import Evidence
from tas_cli.scorecard.ink import drawable, ink

_LONGEST = 2000
Answer = TypeVar("Answer")


def _words(screen: Screen[Any], text: Text) -> Static:
    return Static(drawable(screen, text), markup=False)


class Option(NamedTuple):
    """A way to answer: its key, and what it does."""

    key: str
    label: str


class Choice(ModalScreen[str]):
    """Asks; answers with the key of the option taken. Esc takes the last option."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
        Binding("escape,ctrl+c", "last", priority=True, show=False),
        Binding("enter,space", "focused", priority=True, show=False),
        *(Binding(key, f"take('{key}')", priority=True, show=False) for key in "bdlmorstMT"),
    ]

    def __init__(self, title: str, lines: Sequence[Text], options: Sequence[Option]) -> None:
        super().__init__(classes="dialog")
        self._title, self._lines, self._options = title, lines, options

    def compose(self) -> ComposeResult:
        """Lay out the question and a button for each option."""
        with Vertical(classes="box"):
            yield _words(self, ink(self._title, style="bold"))
            for line in self._lines:
                yield _words(self, line)
            with Horizontal(classes="options"):
                for option in self._options:
                    label = ink((option.key, "underline"), f" {option.label}")
                    yield Button(label, name=option.key, compact=True)

    def on_mount(self) -> None:
        """Let Enter take the first option."""
        self.query(Button).first().focus()

    def action_take(self, key: str) -> None:
        """Take the option of that key."""
        if key in [option.key for option in self._options]:
            self.dismiss(key)

    def action_focused(self) -> None:
        """Take the option under the focus."""
        self.dismiss((self.focused and self.focused.name) or self._options[0].key)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the option of that button."""
        self.dismiss(event.button.name)

    def action_last(self) -> None:
        """Take the option that changes nothing."""
        self.dismiss(self._options[-1].key)


class Form(ModalScreen[Answer]):
    """Takes words. Its keys have priority, and wait for what was typed before them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", priority=True, show=False),
        Binding("ctrl+s", "add", priority=True, show=False),
        Binding("escape,ctrl+c", "cancel", priority=True, show=False),
    ]

    async def action_enter(self) -> None:
        """Take the line under the cursor."""
        await self.settled()
        self.take_line()

    async def action_add(self) -> None:
        """Take all there is."""
        await self.settled()
        self.take_all()

    def action_cancel(self) -> None:
        """Take nothing."""
        self.dismiss(None)

    async def settled(self) -> None:
        """Wait until the field with the focus has taken what was typed into it."""
        if self.focused is not None:
            done = asyncio.Event()
            self.focused.call_later(done.set)
            await done.wait()

    def take_line(self) -> None:
        """Take the line under the cursor; where there is but one, that is all."""
        self.take_all()

    def take_all(self) -> None:
        """Take all there is."""
        raise NotImplementedError


class EvidenceForm(Form[Evidence]):
    """Takes a piece of evidence: what, who, when, link.

    Enter goes on; in an empty field, and in the last one, it adds the evidence.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "go(1)", priority=True, show=False),
        Binding("up,shift+tab", "go(-1)", priority=True, show=False),
    ]
    _FIELDS = (
        ("what", "What", "what was said, written or done"),
        ("who", "Who", "name and role"),
        ("when", "When", "year-month-day"),
        ("link", "Link", "where it can be looked up"),
    )

    def __init__(self, cell: Text, day: date) -> None:
        super().__init__(classes="dialog")
        self._cell, self._day = cell, day

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(classes="box"):
            yield _words(self, ink("Evidence for ", style="bold") + self._cell)
            for key, label, hint in self._FIELDS:
                with Horizontal(classes="field"):
                    yield Label(label, markup=False)
                    value = self._day.isoformat() if key == "when" else ""
                    yield Input(
                        value, hint, id=key, compact=True, max_length=_LONGEST, select_on_focus=True
                    )
            yield Label("", id="wrong", markup=False)
            yield _words(
                self, ink(("Enter next, on an empty line add; Ctrl+S add; Esc cancel", "dim"))
            )

    async def action_go(self, by: int) -> None:
        """Go to another field."""
        await self.settled()
        self._go(by)

    def take_line(self) -> None:
        """Go on to the next field, or add what there is."""
        field = self.focused
        if isinstance(field, Input) and field.value.strip() and field.id != self._FIELDS[-1][0]:
            self._go(1)
        else:
            self.take_all()

    def _go(self, by: int) -> None:
        fields = list(self.query(Input))
        at = fields.index(self.focused) if isinstance(self.focused, Input) else 0
        self.set_focus(fields[(at + by) % len(fields)])

    def take_all(self) -> None:
        """Add the evidence; say so where it shows nothing, or where its date is none."""
        values = {each.id: each.value.strip() for each in self.query(Input)}
        try:
            entry = Evidence.model_validate({key: text for key, text in values.items() if text})
        except ValidationError:
            self._wrong("when", "Write the day as year-month-day, such as 2026-11-23.")
            return
        if entry.given:
            self.dismiss(entry)
        else:
            self._wrong("what", "Say what was said, written or done; or Esc.")

    def _wrong(self, field: str, words: str) -> None:
        self.query_one("#wrong", Label).update(ink(("! " + words, "bold red")))
        self.set_focus(self.query_one(f"#{field}", Input))


class NoteForm(Form[str]):
    """Takes a note of one line."""

    def __init__(self, cell: Text, note: str) -> None:
        super().__init__(classes="dialog")
        self._cell, self._note = cell, note

    def compose(self) -> ComposeResult:
        """Lay out the field, with the note that there is."""
        with Vertical(classes="box"):
            yield _words(self, ink("Note on ", style="bold") + self._cell)
            yield Input(self._note, compact=True, max_length=_LONGEST, select_on_focus=False)
            yield _words(self, ink(("Enter keep; Esc cancel", "dim")))

    def take_all(self) -> None:
        """Keep the note."""
        self.dismiss(self.query_one(Input).value.strip())


class Find(Form[bool]):
    """A line at the bottom; the grid follows what is typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "next(1)", priority=True, show=False),
        Binding("up,shift+tab", "next(-1)", priority=True, show=False),
    ]

    def __init__(self, search: Callable[[str, int], str]) -> None:
        super().__init__(classes="find")
        self._search, self._at, self._words = search, 0, ""

    def compose(self) -> ComposeResult:
        """Lay out the line, and a place for what was found."""
        with Horizontal(classes="line"):
            yield Label(ink((" / ", "bold")), markup=False)
            yield Input(placeholder="number or word", compact=True, max_length=60)
            yield Label("", id="matches", markup=False)

    def on_input_changed(self) -> None:
        """Go to the first criterion that fits."""
        self._show()

    async def action_next(self, by: int) -> None:
        """Go to the next criterion that fits."""
        await self.settled()
        self._show(by)

    def _show(self, by: int = 0) -> None:
        words = self.query_one(Input).value
        self._at = self._at + by if words == self._words else 0
        self._words = words
        matches = self._search(words, self._at)
        self.query_one("#matches", Label).update(ink((matches, "dim")))

    def take_all(self) -> None:
        """Stay there."""
        self._show()
        self.dismiss(True)  # noqa: FBT003 - the screen's result


_HELP = (
    ("", "Rate"),
    ("+  -  ?", "rate the cell and go on (also p, m); the same sign again confirms it"),
    ("Enter", "it still holds: its age begins anew"),
    ("e", "evidence for the cell just rated, or under the cursor"),
    ("n", "a note on it"),
    ("u", "undo; Backspace leaves the cell as the file has it"),
    ("", "Move"),
    ("arrows  h j k l", "by cell; Page Up and Page Down by question, Home and End"),
    ("5  12", "go to a criterion by its number"),
    ("/", "find a criterion by number or word; Tab for the next one"),
    ("d  Tab", "the next unknown that decides the strategy"),
    ("", "Leave"),
    ("s", "save what was rated or confirmed as today's assessment"),
    ("q  Ctrl+C", "leave; asks where something is not saved"),
    ("", "Read"),
    ("–··  ·?·  ··+", "weak, unknown, strong; · · never rated"),
    ("*", "not saved yet"),
    ("•  !", "with evidence (and its age); our + without any"),
    ("~", "stale: not looked at for longer than tas.yaml allows"),
)


class Help(ModalScreen[None]):
    """What the keys do and the marks mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,f1,H,ctrl+c,space", "close", priority=True, show=False)
    ]

    def __init__(self) -> None:
        super().__init__(classes="dialog")

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(classes="box help"):
            for keys, does in _HELP:
                line = ink((f"{keys:<17}", "bold"), does) if keys else ink((does, "bold cyan"))
                yield _words(self, line)
            closing = "Esc closes. A draft is kept until you save or discard."
            yield _words(self, ink((closing, "dim")))

    def action_close(self) -> None:
        """Go back to the grid."""
        self.dismiss(None)
