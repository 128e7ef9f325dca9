"""The main screen's keys, and those that its last line shows."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tas_cli.scorecard.buttons import Key

SHOWN = (
    Key("+", "", "app.rate('+')"),
    Key("–", "", "app.rate('-')"),
    Key("?", "", "app.rate('?')"),
    Key("", "rate"),
    Key("Enter", "holds", "app.confirm"),
    Key("e", "evidence", "app.evidence"),
    Key("n", "note", "app.note"),
    Key("c", "choose", "app.choose"),
    Key("a", "answer", "app.answer"),
    Key("u", "undo", "app.undo"),
    Key("/", "/find", "app.find"),
    Key("d", "decide", "app.deciding"),
    Key("s", "save", "app.save"),
    Key("q", "quit", "app.leave"),
    Key("F1", "", "app.help"),
)


class Card(Screen[None]):
    """The main screen. Its keys have priority, so that keys typed ahead are taken one by one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"app.{action}", priority=True, show=False)
        for keys, action in (
            ("plus,equals_sign,p", "rate('+')"),
            ("minus,underscore,m", "rate('-')"),
            ("question_mark", "rate('?')"),
            ("enter", "confirm"),
            ("e", "evidence"),
            ("n", "note"),
            ("c", "choose"),
            ("a", "answer"),
            ("u,ctrl+z", "undo"),
            ("backspace,delete", "withdraw"),
            ("up,k", "move(-1, 0)"),
            ("down,j", "move(1, 0)"),
            ("left,h", "move(0, -1)"),
            ("right,l", "move(0, 1)"),
            ("pageup", "move(-5, 0)"),
            ("pagedown", "move(5, 0)"),
            ("home", "move(-20, 0)"),
            ("end", "move(20, 0)"),
            ("slash", "find"),
            ("d,tab", "deciding"),
            ("s,ctrl+s", "save"),
            ("q,ctrl+c", "leave"),
            ("f1,H", "help"),
            *((digit, f"digit('{digit}')") for digit in "0123456789"),
        )
    ]
