"""The main screen's keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen


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
