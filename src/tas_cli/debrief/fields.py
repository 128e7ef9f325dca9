"""A form of some lines: Enter goes on, and takes them all from the last one or an empty first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from tas_cli.scorecard.dialogs.form import Form
from tas_cli.scorecard.dialogs.words import words
from tas_cli.tui.field import Field as Entry
from tas_cli.tui.widgets import ink

Values = dict[str, str]


class Field(NamedTuple):
    """A line of the form: its key, its name, a hint, and what stands in it at first."""

    key: str
    label: str
    hint: str = ""
    value: str = ""


class Wrong(NamedTuple):
    """What is wrong, and with which field."""

    key: str
    sentence: str


def nothing_wrong(values: Values) -> None:
    """Let everything pass."""
    del values


class Fields(Form[Values]):
    """Takes what stands in the fields, trimmed; Esc takes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "go(1)", priority=True, show=False),
        Binding("up,shift+tab", "go(-1)", priority=True, show=False),
    ]

    def __init__(
        self,
        title: Text,
        fields: Sequence[Field],
        problem: Callable[[Values], Wrong | None] = nothing_wrong,
    ) -> None:
        super().__init__(classes="dialog")
        self._title, self._fields, self._problem = title, fields, problem

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(classes="box"):
            yield words(self, self._title)
            for each in self._fields:
                with Horizontal(classes="field"):
                    yield Label(each.label, markup=False)
                    yield Entry(each.value, each.hint, each.key)
            yield Label("", id="wrong", markup=False)
            hints = "Enter next; Ctrl+S take; Esc cancel" if len(self._fields) > 1 else _ONE
            yield words(self, ink((hints, "dim")))

    async def action_go(self, by: int) -> None:
        """Go to another field."""
        await self.settled()
        self._go(by)

    def take_line(self) -> None:
        """Go on to the next field; from the last one, or an empty first one, take what there is."""
        field = self.focused
        first, last = self._fields[0].key, self._fields[-1].key
        empty = isinstance(field, Entry) and field.id == first and not field.words
        if isinstance(field, Entry) and field.id != last and not empty:
            self._go(1)
        else:
            self.take_all()

    def _go(self, by: int) -> None:
        fields = list(self.query(Entry))
        at = fields.index(self.focused) if isinstance(self.focused, Entry) else 0
        self.set_focus(fields[(at + by) % len(fields)])

    def take_all(self) -> None:
        """Take what stands in the fields, or say what is wrong with it."""
        values = {each.key: self.query_one(f"#{each.key}", Entry).words for each in self._fields}
        wrong = self._problem(values)
        if wrong is None:
            self.dismiss(values)
        else:
            self.wrong(wrong.key, wrong.sentence)


_ONE = "Enter take; Esc cancel"
