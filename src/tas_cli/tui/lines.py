"""Lines of a form that take more than words: one of some, and a day."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from tas_cli.refusals import WrongCall
from tas_cli.tui.field import Field
from tas_cli.typed.fields import look
from tas_cli.typed.interpreter import Interpreter

DATE = "date"
"""The error of the kind of value that a date is."""


class OneOf(Field):
    """A field for one of several options, or none: arrows or initial letters change the option."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
        Binding("backspace,delete", "turn(0)", show=False),
    ]

    def __init__(self, options: list[str], given: str, name: str) -> None:
        super().__init__(given, f"< {', '.join(options)} >", name)
        self._options = ["", *dict.fromkeys(filter(None, [*options, given]))]

    def action_turn(self, by: int) -> None:
        """Turn to the next or the previous option, or to none if `by` is 0."""
        at = self._options.index(self.words) + by
        self.put(self._options[at % len(self._options)] if by else "")

    async def _on_key(self, event: events.Key) -> None:
        """Go to the next option that starts with the typed letter, instead of typing it."""
        if event.is_printable:
            event.prevent_default()
            at = self._options.index(self.words) + 1
            turned = [*self._options[at:], *self._options[:at]]
            self.put(next((each for each in turned if each.startswith(event.key)), self.words))

    def _take(self, text: str) -> None:
        """Accept a paste only if it is one of the options."""
        if text in self._options:
            self.put(text)


class DayField(Field):
    """A field for a date: PgUp and PgDn go to the previous and the next day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "shift(-1)", show=False),
        Binding("pagedown", "shift(1)", show=False),
    ]

    def __init__(self, given: str, name: str, interpreter: Interpreter, field: str) -> None:
        super().__init__(given, "31 Mar, fri or +2w", name)
        self._interpreter, self._field = interpreter, field

    def action_shift(self, by: int) -> None:
        """Move the date by some days, or set it to today if it is not a valid date."""
        try:
            day = self._interpreter.day(self.words, self._field, look(self._field))
            self.put((day + timedelta(by)).isoformat())
        except (WrongCall, OverflowError):
            self.put(self._interpreter.today.isoformat())
