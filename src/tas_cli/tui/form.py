"""What all forms have in common: their keys, and the order of what is typed."""

from __future__ import annotations

import asyncio
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Label

from tas_cli.tui.field import Field
from tas_cli.tui.key_line import KeyLine
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.widgets import ink

Answer = TypeVar("Answer")


def taking(line: str, everything: str = "", leave: str = "cancel") -> tuple[Key, ...]:
    """Return the keys that every form has, with what they are called in this one."""
    return (
        Key("enter", "enter", "Enter", line),
        Key("ctrl+s", "add", "Ctrl+S", everything, rare=not everything),
        Key("escape,ctrl+c", "cancel", "Esc", leave),
    )


MOVES = (Key("down,tab", "go(1)"), Key("up,shift+tab", "go(-1)"))
"""The keys of a form in which the arrows go from place to place."""


class Form(ModalScreen[Answer]):
    """Takes words: open it with `SessionApp.open`, which puts the focus where typing begins.

        class Name(Form[str]):
            def compose(self) -> ComposeResult:
                with Vertical(classes="box"):
                    yield Field(name="name")
                    yield from self.foot(taking("keep"))

            def take_all(self) -> None:
                self.dismiss(self.query_one(Field).words)

    Its keys have priority, and wait for what was typed before them. A form with keys of its own
    declares them with `BINDINGS = bindings(keys)`, and gives them to its foot.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(taking("take"))

    def __init__(self, classes: str = "dialog") -> None:
        super().__init__(classes=classes)

    def foot(self, keys: tuple[Key, ...]) -> tuple[Label, KeyLine]:
        """Return the place for what is wrong, and the line of keys."""
        return Label("", id="wrong", markup=False), KeyLine(keys, "screen.", "hints")

    def begin(self) -> None:
        """Put the focus where typing begins."""
        self.set_focus(self.query(Field).first())

    async def action_enter(self) -> None:
        """Take the line under the cursor."""
        await self.settled()
        self.take_line()

    async def action_add(self) -> None:
        """Take all there is."""
        await self.settled()
        self.take_all()

    async def action_go(self, by: int) -> None:
        """Go to another place of the form."""
        await self.settled()
        self.step(by)

    def action_cancel(self) -> None:
        """Take nothing."""
        self.dismiss(None)

    async def settled(self) -> None:
        """Wait until the field with the focus has taken what was typed into it."""
        if self.focused is not None:
            done = asyncio.Event()
            self.focused.call_later(done.set)
            await done.wait()

    def step(self, by: int) -> None:
        """Go to another place, for a form that has several."""

    def take_line(self) -> None:
        """Take the line under the cursor; where there is but one, that is all."""
        self.take_all()

    def take_all(self) -> None:
        """Take all there is."""
        raise NotImplementedError

    def on_field_full(self, event: Field.Full) -> None:
        """Say that not all fits."""
        self.say(event.sentence)

    def wrong(self, field: str, sentence: str) -> None:
        """Say what is wrong with a field, and go there."""
        self.say(sentence)
        self.set_focus(self.query_one(f"#{field}", Field))

    def say(self, sentence: str) -> None:
        """Say what is wrong."""
        self.query_one("#wrong", Label).update(ink(("! " + sentence, "bold red")))
