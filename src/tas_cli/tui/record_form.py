"""A form for a record of any noun, made from its model: a line for each field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Label

from tas_cli.edits.record_words import Words, change
from tas_cli.edits.records import Change
from tas_cli.edits.wrong_call import WrongCall
from tas_cli.model.base import FileModel
from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import Noun, by_id, records, texts_of
from tas_cli.tui.field import Field
from tas_cli.tui.form import MOVES, Form, taking
from tas_cli.tui.keys import bindings
from tas_cli.tui.lines import DayField, OneOf
from tas_cli.tui.widgets import ink, words
from tas_cli.views.page import STRONG

_LINE = "record-line"


class RecordForm(Form[Change]):
    """Takes a record's fields, held against the model; the answer is a change to be written.

        await app.open(RecordForm(NOTES, opportunity, "2", today), done)
        update(seen, lambda now: edits(now, change))

    Without a key it is for a new one, in which the values `given` stand at first. Mappings by free
    names and lists of mappings are left out of it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(MOVES)

    def __init__(
        self,
        noun: Noun,
        owner: FileModel,
        key: str,
        today: date,
        given: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._noun, self._owner, self._key, self._today = noun, owner, key, today
        self._fields = [each for each in noun.fields if not each.name.endswith(".")]
        before = next((each.value for each in records(noun, owner) if each.key == key), None)
        held = {each.name: ", ".join(texts_of(before, each.name)) for each in self._fields}
        self._before = held if before else dict.fromkeys(held, "")
        self._shown = held if before else self._before | dict(given or {})
        self._named = by_id(noun, owner) and before is None

    def compose(self) -> ComposeResult:
        """Lay out a line for each field, and one for the short name that a new record needs."""
        wide = max(len(each.name) for each in self._fields) + 2
        with VerticalScroll(classes="box wide", can_focus=False):
            title = f"{self._noun.one.capitalize()} {self._key}"
            yield words(self, ink((title.rstrip(), STRONG)))
            if self._named:
                yield from self._line("key", Field(self._key, "its short name", "key"), wide)
            for at, each in enumerate(self._fields):
                yield from self._line(each.name, self._widget(each, f"field{at}"), wide)
            yield from self.foot(taking("next", "take"))

    @staticmethod
    def _line(name: str, line: Widget, wide: int) -> ComposeResult:
        line.add_class(_LINE)
        with Horizontal(classes="field"):
            label = Label(name, markup=False)
            label.styles.width = wide
            yield label
            yield line

    def _widget(self, field: RecordField, name: str) -> Widget:
        """Return what takes a field's value, by what it can be."""
        given = self._shown[field.name]
        to = self._noun.refers.get(field.name)
        options = list(getattr(self._owner, to)) if to else list(field.kind.names)
        if options and not field.several:
            return OneOf(options, given, name)
        if field.kind.error == "date":
            return DayField(given, name, self._today)
        return Field(given, ", ".join(options) or field.about, name)

    @property
    def _lines(self) -> list[Any]:
        return list(self.query(f".{_LINE}"))

    def begin(self) -> None:
        """Put the focus on the first line."""
        self.set_focus(self._lines[0])

    def step(self, by: int) -> None:
        """Go to another line."""
        lines = self._lines
        self.set_focus(lines[(lines.index(self.focused) + by) % len(lines)])

    def take_line(self) -> None:
        """Go on to the next line; from the last one, take all."""
        if self.focused is self._lines[-1]:
            self.take_all()
        else:
            self.step(1)

    def take_all(self) -> None:
        """Take what is new in the lines, or say what is wrong with it."""
        found = [line.words for line in self._lines]
        key = found.pop(0) if self._named else self._key
        typed = zip((each.name for each in self._fields), found, strict=True)
        asked = [(name, text) for name, text in typed if text != self._before[name]]
        if not asked and key == self._key:
            self.dismiss(None)
            return
        try:
            self.dismiss(change(self._noun, self._owner, Words(key, asked), {}, self._today))
        except WrongCall as error:
            self._refuse(error)

    def _refuse(self, error: WrongCall) -> None:
        """Say what is wrong; the message of a field begins with its name."""
        self.say(" ".join(filter(None, (error.message, error.advice))))
        names = [*(["key"] if self._named else []), *(each.name for each in self._fields)]
        begins = [at for at, name in enumerate(names) if error.message.startswith(name)]
        self.set_focus(self._lines[max(begins, key=lambda at: len(names[at])) if begins else 0])
