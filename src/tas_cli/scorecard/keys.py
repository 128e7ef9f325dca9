"""The keys of the scorecard's main screen."""

from __future__ import annotations

from tas_cli.tui.keys import SCROLLING, Key

_RATE = "rate it favorable, unfavorable, unknown (p, m); moves on"
_ADD = "add evidence to the cell just rated; correct it; add a note"
_UNDO = "undo; restore the cell as saved; take its rating back"
_UNRATE = "take the rating back, as if never made"
_HELP = "copy a summary to paste; this help; find a command by name"

TABLE = {
    "Rate and decide": (
        Key("plus,equals_sign,p", "rate('+')", "+", "rate", _RATE, "rate it favorable"),
        Key("minus,underscore,m", "rate('-')", "–", "rate", _RATE, "rate it unfavorable"),
        Key("question_mark", "rate('?')", "?", "rate", _RATE, "rate it unknown"),
        Key(
            "enter", "confirm", "Enter", "still true", "still true: confirm the rating as of today"
        ),
        Key("e", "evidence", "e", "evidence", _ADD, "add who said or did what, and when"),
        Key(
            "E",
            "correct",
            "E",
            "correct",
            _ADD,
            "change evidence: typed, or saved",
            rare=True,
        ),
        Key("n", "note", "n", "note", _ADD, "write a note on the cell"),
        Key("c", "choose", "c", "choose", "choose a strategy"),
        Key("a", "answer", "a", "answer", "override an answer of the decision tree", spare=True),
        Key("u,ctrl+z", "undo", "u", "undo", _UNDO, "undo the last change"),
        Key(
            "backspace,delete",
            "withdraw",
            "Backspace",
            "restore",
            _UNDO,
            "restore the cell as saved",
            rare=True,
        ),
        Key("x", "unrate", "x", "never rated", _UNDO, _UNRATE, rare=True),
    ),
    "Move": (
        Key(
            "",
            "",
            "arrows  h j k l",
            "",
            "by cell; PgUp PgDn: by question; Shift+J Shift+K: scroll",
        ),
        Key("up,k", "move(-1, 0)"),
        Key("down,j", "move(1, 0)"),
        Key("left,h", "move(0, -1)"),
        Key("right,l", "move(0, 1)"),
        Key("pageup", "move(-5, 0)"),
        Key("pagedown", "move(5, 0)"),
        Key("home", "move(-20, 0)"),
        Key("end", "move(20, 0)"),
        *SCROLLING,
        Key("", "", "5  12", "", "go to a criterion by number"),
        *(Key(digit, f"digit('{digit}')") for digit in "0123456789"),
        Key(
            "slash",
            "find",
            "/",
            "/find",
            "find a criterion by number or word; Tab: next match",
        ),
        Key(
            "d,tab",
            "deciding",
            "d",
            "next ?",
            "find out next: go to an unknown that decides (also Tab)",
        ),
    ),
    "Save and leave": (
        Key("s,ctrl+s", "save", "s", "save", "save all changes"),
        Key(
            "q,ctrl+c",
            "leave",
            "q",
            "quit",
            "quit (also Ctrl+C); asks about unsaved changes",
        ),
        Key("y", "copy", "y", "copy", _HELP, "copy a summary of the deal, to paste it", rare=True),
        Key("f1,H", "help", "F1", "help", _HELP, "what the keys and marks mean"),
        Key("ctrl+p", "palette", "Ctrl+P", "commands", _HELP, rare=True),
    ),
    "Marks": (
        Key("", "", "–··  ·?·  ··+", "", "unfavorable, unknown, favorable; · · never rated"),
        Key("", "", "*", "", "unsaved"),
        Key("", "", "•  !", "", "has evidence (and its age); our + without evidence"),
        Key("", "", "~", "", "stale: not confirmed for longer than tas.yaml allows"),
    ),
}
