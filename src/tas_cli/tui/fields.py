"""A form with several lines: Enter moves on, and on the last line accepts the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Label

from tas_cli.refusals import WrongCall
from tas_cli.tui.field import Field
from tas_cli.tui.form import MOVES, Form, taking
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.lines import DATE, DayField
from tas_cli.tui.widgets import words
from tas_cli.typed.interpreter import Interpreter

Values = dict[str, str]
_AROUND = 5
"""How many rows a form needs beside its lines: the border, the title, an error, the keys."""


class FormLine(NamedTuple):
    """A line of the form: its key, its name, a hint, and its initial value.

    If it `ends` the form, Enter accepts the form when this line is empty. A line for a date or an
    amount has the error of that kind; its value is for `field`, by default that of its key. What is
    typed into a line `adds` to its value, instead of replacing it.
    """

    key: str
    label: str
    hint: str = ""
    value: str = ""
    ends: bool = False
    kind: str = ""
    field: str = ""
    adds: bool = False


class Wrong(NamedTuple):
    """What is wrong, and the key of the line."""

    key: str
    sentence: str


def nothing_wrong(values: Values) -> None:
    """Accept all values."""
    del values


class Fields(Form[Values]):
    """Takes the values of the lines, trimmed; Esc takes nothing.

        Fields(ink("Who is it?"), [FormLine("name", "Name"), FormLine("title", "Title")], problem)

    `problem` returns what is wrong with the values, or None; `verb` labels the key that accepts
    them. With an interpreter, lines for dates and amounts are read as people type them.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(MOVES)

    def __init__(
        self,
        title: Text,
        asked: Sequence[FormLine],
        problem: Callable[[Values], Wrong | None] = nothing_wrong,
        verb: str = "done",
        interpreter: Interpreter | None = None,
    ) -> None:
        super().__init__()
        self._interpreter = interpreter
        self._title, self._asked, self._problem, self._verb = title, asked, problem, verb

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        wide = max(len(each.label) for each in self._asked) + 1
        with VerticalScroll(classes="box", can_focus=False):
            yield words(self, self._title)
            with VerticalScroll(classes="lines", can_focus=False):
                for each in self._asked:
                    with Horizontal(classes="field"):
                        label = Label(each.label, markup=False)
                        label.styles.min_width = wide
                        yield label
                        yield self.line(each)
            yield from self.foot(self._keys())

    def on_resize(self, event: events.Resize) -> None:
        """Keep the title, the errors and the keys in view, however many lines there are."""
        lines = self.query_one(".lines")
        lines.styles.max_height = max(1, event.size.height - _AROUND)

    def line(self, asked: FormLine) -> Field:
        """Return the input for a line; a subclass may use one for other things than text."""
        if asked.kind == DATE and self._interpreter:
            return DayField(asked.value, asked.key, self._interpreter, asked.field or asked.key)
        return Field(asked.value, asked.hint, asked.key, select=not asked.adds)

    def _keys(self) -> tuple[Key, ...]:
        if len(self._asked) == 1:
            return taking(self._verb)
        return taking("next", self._verb)

    def take_line(self) -> None:
        """Move on to the next line; accept the form on the last one, or an empty one that ends."""
        at = self._at()
        field = self.query(Field)[at]
        if at + 1 == len(self._asked) or (self._asked[at].ends and not field.words):
            self.take_all()
        else:
            self.step(1)

    def step(self, by: int) -> None:
        """Go to another line."""
        self.set_focus(self.query(Field)[(self._at() + by) % len(self._asked)])

    def _at(self) -> int:
        """Return the index of the focused line."""
        keys = [each.key for each in self._asked]
        return keys.index(str(self.focused.id)) if isinstance(self.focused, Field) else 0

    def take_all(self) -> None:
        """Accept the values of the lines, or say what is wrong with them."""
        values = {}
        for asked, field in zip(self._asked, self.query(Field), strict=True):
            try:
                values[asked.key] = self._spelled(asked, field.words)
            except WrongCall as error:
                self.wrong(asked.key, error.one_line)
                return
        wrong = self._problem(values)
        if wrong is None:
            self.dismiss(values)
        else:
            self.wrong(*wrong)

    def _spelled(self, asked: FormLine, text: str) -> str:
        """Return a value as files spell it; one that was not changed is returned as it is."""
        if self._interpreter is None or text == asked.value:
            return text
        return self._interpreter.spelled(asked.kind, text, asked.field or asked.key)

    def on_input_changed(self, event: Field.Changed) -> None:
        """Show what a date or an amount means that is not typed as files have it."""
        asked = next((each for each in self._asked if each.key == event.input.id), None)
        if asked is None or self._interpreter is None or not asked.kind:
            return
        heard: dict[str, str] = {}
        with suppress(WrongCall):
            reader = replace(self._interpreter, heard=heard)
            reader.spelled(asked.kind, event.value, asked.field or asked.key)
        self.say_meaning(" ".join(heard.values()))
