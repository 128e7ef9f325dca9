"""The keys of the scorecard's main screen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from tas_cli.tui.keys import Key, bindings, listed

_RATE = "rate the cell (also p, m); the same sign again confirms it"
_ADD = "evidence, or a note: the cell just rated, or the cursor's"
_UNDO = "undo the last change; leave the cell as the file has it"
_LOOK = "what keys and marks mean; find a command by its name"

TABLE = {
    "Rate and decide": (
        Key("plus,equals_sign,p", "rate('+')", "+", "rate", _RATE),
        Key("minus,underscore,m", "rate('-')", "–", "rate", _RATE),
        Key("question_mark", "rate('?')", "?", "rate", _RATE),
        Key("enter", "confirm", "Enter", "holds", "it still holds: its age begins anew"),
        Key("e", "evidence", "e", "evidence", _ADD),
        Key("n", "note", "n", "note", _ADD),
        Key("c", "choose", "c", "choose", "choose the strategy, beside the recommended one"),
        Key("a", "answer", "a", "answer", "answer a question of the tree, or take it back"),
        Key("u,ctrl+z", "undo", "u", "undo", _UNDO),
        Key("backspace,delete", "withdraw", "Backspace", "as in the file", _UNDO, rare=True),
    ),
    "Move": (
        Key("", "", "arrows  h j k l", "", "by cell; Page Up, Page Down by question; Home, End"),
        Key("up,k", "move(-1, 0)"),
        Key("down,j", "move(1, 0)"),
        Key("left,h", "move(0, -1)"),
        Key("right,l", "move(0, 1)"),
        Key("pageup", "move(-5, 0)"),
        Key("pagedown", "move(5, 0)"),
        Key("home", "move(-20, 0)"),
        Key("end", "move(20, 0)"),
        Key("", "", "5  12", "", "go to a criterion by its number"),
        *(Key(digit, f"digit('{digit}')") for digit in "0123456789"),
        Key(
            "slash",
            "find",
            "/",
            "/find",
            "find a criterion by number or word; Tab: the next one",
        ),
        Key("d,tab", "deciding", "d", "decide", "the next unknown that decides (also Tab)"),
    ),
    "Leave": (
        Key("s,ctrl+s", "save", "s", "save", "save what was rated, confirmed, chosen or answered"),
        Key(
            "q,ctrl+c",
            "leave",
            "q",
            "quit",
            "leave (or Ctrl+C); asks if something is not saved",
        ),
        Key("f1,H", "help", "F1", "help", _LOOK),
        Key("ctrl+p", "palette", "Ctrl+P", "commands", _LOOK, rare=True),
    ),
    "Read": (
        Key("", "", "–··  ·?·  ··+", "", "weak, unknown, strong; · · never rated"),
        Key("", "", "*", "", "not saved yet"),
        Key("", "", "•  !", "", "with evidence (and its age); our + without any"),
        Key("", "", "~", "", "stale: not looked at for longer than tas.yaml allows"),
    ),
}


class Card(Screen[None]):
    """The main screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(listed(TABLE), "app.")
