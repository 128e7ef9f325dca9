"""The main screen's keys, those that its last line shows, and the help that lists them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen

from tas_cli.scorecard.buttons import Key
from tas_cli.scorecard.dialogs.words import words
from tas_cli.tui.widgets import ink

SHOWN = (
    Key("Enter", "take", "app.accept"),
    Key("+", "", "app.judge('shown')"),
    Key("–", "", "app.judge('not_shown')"),
    Key("?", "", "app.judge('doubtful')"),
    Key("", "found"),
    Key("e", "edit", "app.edit"),
    Key("c", "confirm", "app.confirm"),
    Key("r", "reset", "app.reset"),
    Key("a", "action", "app.add"),
    Key("u", "undo", "app.undo"),
    Key("Tab", "side", "app.side"),
    Key("s", "save", "app.save"),
    Key("q", "quit", "app.leave"),
    Key("F1", "", "app.help"),
)


class Sheet(Screen[None]):
    """The main screen. Its keys have priority, so that keys typed ahead are taken one by one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"app.{action}", priority=True, show=False)
        for keys, action in (
            ("enter", "accept"),
            ("plus,equals_sign,p", "judge('shown')"),
            ("minus,underscore,m", "judge('not_shown')"),
            ("question_mark", "judge('doubtful')"),
            ("space,x", "tick"),
            ("e", "edit"),
            ("c", "confirm"),
            ("r", "reset"),
            ("a", "add"),
            ("v", "verdict"),
            ("u,ctrl+z", "undo"),
            ("backspace,delete", "clear"),
            ("up,k", "move(-1)"),
            ("down,j", "move(1)"),
            ("left,h", "turn(-1)"),
            ("right,l", "turn(1)"),
            ("home", "move(-99)"),
            ("end", "move(99)"),
            ("pageup", "scroll(-1)"),
            ("pagedown", "scroll(1)"),
            ("tab", "side"),
            ("s,ctrl+s", "save"),
            ("q,ctrl+c", "leave"),
            ("f1,H", "help"),
        )
    ]


_HELP = (
    ("", "Answer"),
    ("Enter", "take what stands in brackets, or open the form, and go on"),
    ("+  –  ?", "an outcome is shown, not shown, doubtful (also p, m)"),
    ("Space  x", "tick an earlier action off, or not after all"),
    ("Left  Right", "another claim, another activity"),
    ("e", "in your own words"),
    ("Backspace", "take the answer away; u undoes"),
    ("", "Decide"),
    ("c  r", "confirm the step, or reset it and say why"),
    ("a", "a corrective action: what, who, by when"),
    ("v", "the verdict in words"),
    ("", "Look and leave"),
    ("Up Down  j k", "from answer to answer; Home, End"),
    ("Tab", "the side: how it goes, warnings, unknowns, the grid"),
    ("Page Up, Down", "scroll the side"),
    ("s", "save the debrief, and close"),
    ("q  Ctrl+C", "leave; asks where something is not saved"),
)


class Help(ModalScreen[None]):
    """What the keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,f1,H,ctrl+c,space", "close", priority=True, show=False)
    ]

    def __init__(self) -> None:
        super().__init__(classes="dialog")

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(classes="box wide help"):
            for keys, does in _HELP:
                line = ink((f"{keys:<15}", "bold"), does) if keys else ink((does, "bold cyan"))
                yield words(self, line)
            closing = "Esc closes. A draft is kept until you save or discard."
            yield words(self, ink((closing, "dim")))

    def action_close(self) -> None:
        """Go back to the questions."""
        self.dismiss(None)
