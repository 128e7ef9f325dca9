"""The help: what the keys do and the marks mean."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tas_cli.scorecard.dialogs.words import words
from tas_cli.tui.widgets import ink

_HELP = (
    ("", "Rate"),
    ("+  -  ?", "rate the cell (also p, m); the same sign again confirms it"),
    ("Enter", "it still holds: its age begins anew"),
    ("e  n", "evidence, or a note: the cell just rated, or the cursor's"),
    ("u", "undo; Backspace leaves the cell as the file has it"),
    ("", "Move"),
    ("arrows  h j k l", "by cell; Page Up, Page Down by question; Home, End"),
    ("5  12", "go to a criterion by its number"),
    ("/", "find a criterion by number or word; Tab for the next one"),
    ("d  Tab", "the next unknown that decides the strategy"),
    ("", "Decide and leave"),
    ("c", "choose the strategy, beside the recommended one"),
    ("a", "answer a question of the tree yourself, or take it back"),
    ("s", "save what was rated, confirmed, chosen or answered now"),
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
        with VerticalScroll(classes="box wide help"):
            for keys, does in _HELP:
                line = ink((f"{keys:<17}", "bold"), does) if keys else ink((does, "bold cyan"))
                yield words(self, line)
            closing = "Esc closes. A draft is kept until you save or discard."
            yield words(self, ink((closing, "dim")))

    def action_close(self) -> None:
        """Go back to the grid."""
        self.dismiss(None)
