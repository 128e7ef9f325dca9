"""What all forms have in common: their keys, and the order of what is typed."""

from __future__ import annotations

import asyncio
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Label

from tas_cli.tui.field import Field
from tas_cli.tui.widgets import ink

Answer = TypeVar("Answer")


class Form(ModalScreen[Answer]):
    """Takes words. Its keys have priority, and wait for what was typed before them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", priority=True, show=False),
        Binding("ctrl+s", "add", priority=True, show=False),
        Binding("escape,ctrl+c", "cancel", priority=True, show=False),
    ]

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
