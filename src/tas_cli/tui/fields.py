"""A form of some lines: Enter goes on, and takes them all from the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Label

from tas_cli.tui.field import Field
from tas_cli.tui.form import MOVES, Form, taking
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.widgets import words

Values = dict[str, str]


class FormLine(NamedTuple):
    """A line of the form: its key, its name, a hint, and its initial value.

    Enter on one that is empty takes all where it `ends` the form so.
    """

    key: str
    label: str
    hint: str = ""
    value: str = ""
    ends: bool = False


class Wrong(NamedTuple):
    """What is wrong, and with which line."""

    key: str
    sentence: str


def nothing_wrong(values: Values) -> None:
    """Let everything pass."""
    del values


class Fields(Form[Values]):
    """Takes the values of the lines, trimmed; Esc takes nothing.

        Fields(ink("Who is it?"), [FormLine("name", "Name"), FormLine("title", "Title")], problem)

    `problem` says what is wrong with the values, None where nothing is; `verb` what is done with
    them.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(MOVES)

    def __init__(
        self,
        title: Text,
        asked: Sequence[FormLine],
        problem: Callable[[Values], Wrong | None] = nothing_wrong,
        verb: str = "done",
    ) -> None:
        super().__init__()
        self._title, self._asked, self._problem, self._verb = title, asked, problem, verb

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        wide = max(len(each.label) for each in self._asked) + 1
        with VerticalScroll(classes="box", can_focus=False):
            yield words(self, self._title)
            for each in self._asked:
                with Horizontal(classes="field"):
                    label = Label(each.label, markup=False)
                    label.styles.min_width = wide
                    yield label
                    yield self.line(each)
            yield from self.foot(self._keys())

    def line(self, asked: FormLine) -> Field:
        """Return what takes a line; a form of its own may take more than words."""
        return Field(asked.value, asked.hint, asked.key)

    def _keys(self) -> tuple[Key, ...]:
        if len(self._asked) == 1:
            return taking(self._verb)
        return taking("next", self._verb)

    def take_line(self) -> None:
        """Go on to the next line; from the last one, or an empty one that ends, take all."""
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
        """Return which line has the focus."""
        keys = [each.key for each in self._asked]
        return keys.index(str(self.focused.id)) if isinstance(self.focused, Field) else 0

    def take_all(self) -> None:
        """Take the values of the lines, or say what is wrong with them."""
        values = {str(each.id): each.words for each in self.query(Field)}
        wrong = self._problem(values)
        if wrong is None:
            self.dismiss(values)
        else:
            self.wrong(*wrong)
