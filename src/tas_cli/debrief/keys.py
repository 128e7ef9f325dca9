"""The keys of the debrief's main screen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tas_cli.tui.keys import Key, bindings, listed

_FOUND = "an outcome is shown, not shown, doubtful (also p, m)"
_STEP = "confirm the step, or reset it and say why"

TABLE = {
    "Answer": (
        Key(
            "enter", "accept", "Enter", "take", "take what is in brackets, or open the form; go on"
        ),
        Key("plus,equals_sign,p", "judge('shown')", "+", "found", _FOUND),
        Key("minus,underscore,m", "judge('not_shown')", "–", "found", _FOUND),
        Key("question_mark", "judge('doubtful')", "?", "found", _FOUND),
        Key("space,x", "tick", "Space", "tick", "tick an earlier action off (also x)", rare=True),
        Key("", "", "Left  Right", "", "another claim, another activity"),
        Key("left,h", "turn(-1)"),
        Key("right,l", "turn(1)"),
        Key("e", "edit", "e", "edit", "in your own words"),
    ),
    "Decide": (
        Key("c", "confirm", "c", "confirm", _STEP),
        Key("r", "reset", "r", "reset", _STEP),
        Key("a", "add", "a", "action", "a corrective action: what, who, by when"),
        Key("v", "verdict", "v", "verdict", "the verdict in words", rare=True),
    ),
    "Correct and look": (
        Key("u,ctrl+z", "undo", "u", "undo", "undo the last change"),
        Key("backspace,delete", "clear", "Backspace", "", "take the answer away", rare=True),
        Key("", "", "Up Down  j k", "", "from answer to answer; Home, End"),
        Key("up,k", "move(-1)"),
        Key("down,j", "move(1)"),
        Key("home", "move(-99)"),
        Key("end", "move(99)"),
        Key("tab", "side", "Tab", "side", "the side: how it goes, warnings, unknowns, the grid"),
        Key("", "", "Page Up, Down", "", "scroll the side"),
        Key("pageup", "scroll(-1)"),
        Key("pagedown", "scroll(1)"),
    ),
    "Leave": (
        Key("s,ctrl+s", "save", "s", "save", "save the debrief, and close"),
        Key(
            "q,ctrl+c",
            "leave",
            "q",
            "quit",
            "leave (or Ctrl+C); asks if something is not saved",
        ),
        Key("f1,H", "help", "F1", "help", "what the keys do"),
        Key("ctrl+p", "palette", "Ctrl+P", "commands", "find a command by its name", rare=True),
    ),
}


class Sheet(Screen[None]):
    """The main screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(listed(TABLE), "app.")
