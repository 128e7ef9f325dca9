"""A question with a button for each way to answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key as Pressed
from textual.screen import ModalScreen
from textual.widgets import Button

from tas_cli.tui.widgets import ink, words


class Option(NamedTuple):
    """A possible answer: its key, and what it does."""

    key: str
    label: str


BACK = Option("b", "back")


class Choice(ModalScreen[str]):
    """A question; its result is the key of the chosen option.

    Esc chooses the last option and Enter the first; if the question is `careful`, Enter chooses
    the last option as well. `SessionApp.ask` opens it and acts on the answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
        Binding("escape,ctrl+c", "last", priority=True, show=False),
        Binding("enter,space", "focused", priority=True, show=False),
    ]

    def __init__(
        self, title: str, lines: Sequence[Text], options: Sequence[Option], *, careful: bool = False
    ) -> None:
        super().__init__(classes="dialog")
        self._title, self._lines, self._options = title, lines, options
        self._at_enter = -1 if careful else 0

    def compose(self) -> ComposeResult:
        """Lay out the question and a button for each option."""
        with Vertical(classes="box"):
            yield words(self, ink(self._title, style="bold"))
            for line in self._lines:
                yield words(self, line)
            with Horizontal(classes="options"):
                for option in self._options:
                    label = ink((option.key, "underline"), f" {option.label}")
                    yield Button(label, name=option.key, compact=True)

    def on_mount(self) -> None:
        """Let Enter take an option right away."""
        self.query(Button)[self._at_enter].focus()

    def on_key(self, event: Pressed) -> None:
        """Choose the option with this key."""
        if event.character in [option.key for option in self._options]:
            event.stop()
            self._take(event.character)

    def action_focused(self) -> None:
        """Choose the focused option."""
        self._take((self.focused and self.focused.name) or self._options[0].key)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose the option of the pressed button."""
        self._take(event.button.name)

    def action_last(self) -> None:
        """Choose the last option, which changes nothing."""
        self._take(self._options[-1].key)

    def _take(self, key: str | None) -> None:
        """Answer once: a key typed ahead may arrive when the question is already closed."""
        if self.is_current:
            self.dismiss(key)
