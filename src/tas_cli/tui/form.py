"""The base of all forms: their keys, and handling of typed input in order."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Label

from tas_cli.tui.field import Field, settled
from tas_cli.tui.key_line import KeyLine
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.widgets import ink
from tas_cli.views.page import MINUS

Answer = TypeVar("Answer")


def taking(line: str, everything: str = "", leave: str = "cancel") -> tuple[Key, ...]:
    """Return the keys that every form has, with their labels in this form."""
    return (
        Key("enter", "enter", "Enter", line),
        Key("ctrl+s", "add", "Ctrl+S", everything, rare=not everything),
        Key("escape,ctrl+c", "cancel", "Esc", leave),
    )


MOVES = (Key("down,tab", "go(1)"), Key("up,shift+tab", "go(-1)"))
"""The keys of a form in which the arrows move between fields."""


class Form(ModalScreen[Answer]):
    """Takes input. Open it with `SessionApp.open`, which focuses the first field.

        class Name(Form[str]):
            def compose(self) -> ComposeResult:
                with Vertical(classes="box"):
                    yield Field(name="name")
                    yield from self.foot(taking("keep"))

            def take_all(self) -> None:
                self.dismiss(self.query_one(Field).words)

    Its keys have priority, and wait for what was typed before them. A form with more keys declares
    them with `BINDINGS = bindings(keys)` and passes them to its foot.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(taking("take"))

    def __init__(self, classes: str = "dialog") -> None:
        super().__init__(classes=classes)

    def foot(self, keys: tuple[Key, ...]) -> tuple[Label, KeyLine]:
        """Return the line for errors and the line of keys."""
        return Label("", id="wrong", markup=False), KeyLine(keys, "screen.", "hints")

    def begin(self) -> None:
        """Focus the field where typing starts."""
        self.set_focus(self.query(Field).first())

    async def action_enter(self) -> None:
        """Accept the line under the cursor."""
        await self.settled()
        self.take_line()

    async def action_add(self) -> None:
        """Accept the whole form."""
        await self.settled()
        self.take_all()

    async def action_go(self, by: int) -> None:
        """Go to another field of the form."""
        await self.settled()
        self.step(by)

    def action_cancel(self) -> None:
        """Close the form without a result."""
        self.dismiss(None)

    async def settled(self) -> None:
        """Wait until the focused field has processed what was typed into it."""
        if self.focused is not None:
            await settled(self.focused)

    def step(self, by: int) -> None:
        """Go to another field, in a form that has several."""

    def take_line(self) -> None:
        """Accept the line under the cursor; by default that is the whole form."""
        self.take_all()

    def take_all(self) -> None:
        """Accept the whole form."""
        raise NotImplementedError

    def on_field_full(self, event: Field.Full) -> None:
        """Report that not everything fits."""
        self.say(event.sentence)

    def wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, and focus it."""
        self.say(sentence)
        self.set_focus(self.query_one(f"#{field}", Field))

    def say_meaning(self, meaning: str) -> None:
        """Show what the typed text means, or nothing; a form that is closing has no line for it."""
        for line in self.query("#wrong").results(Label):
            line.update(ink((f"= {meaning}" if meaning else "", "dim")))

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.query_one("#wrong", Label).update(ink(("! " + sentence, MINUS)))
