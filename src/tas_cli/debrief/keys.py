"""The keys of the debrief's main screen."""

from __future__ import annotations

from tas_cli.tui.keys import Key

_FOUND = "the outcome is shown, not shown, doubtful (also p, m)"
_HELP = "copy a summary to paste; this help; find a command by name"
_STEP = "confirm the step; reset it, with a reason"

TABLE = {
    "Answer": (
        Key(
            "enter",
            "accept",
            "Enter",
            "accept",
            "accept the answer in parentheses, or open the form",
        ),
        Key("plus,equals_sign,p", "judge('shown')", "+", "outcome", _FOUND, "mark it shown"),
        Key(
            "minus,underscore,m", "judge('not_shown')", "–", "outcome", _FOUND, "mark it not shown"
        ),
        Key("question_mark", "judge('doubtful')", "?", "outcome", _FOUND, "mark it doubtful"),
        Key(
            "space,x",
            "tick",
            "Space",
            "tick off",
            "tick off an earlier action item (also x)",
            rare=True,
        ),
        Key("", "", "Left  Right", "", "change the claimed step or the activity"),
        Key("left,h", "turn(-1)"),
        Key("right,l", "turn(1)"),
        Key("e", "edit", "e", "edit", "answer in your own words"),
    ),
    "Decide": (
        Key("c", "confirm", "c", "confirm", _STEP, "confirm the step"),
        Key("r", "reset", "r", "reset", _STEP, "reset the step, with a reason"),
        Key("a", "add", "a", "action", "add an action item: what, who, by when"),
        Key("v", "verdict", "v", "verdict", "write your verdict", rare=True),
    ),
    "Undo and move": (
        Key("u,ctrl+z", "undo", "u", "undo", "undo the last change"),
        Key("backspace,delete", "clear", "Backspace", "clear", "clear the answer", rare=True),
        Key("", "", "Up Down  j k", "", "from answer to answer; Home, End"),
        Key("up,k", "move(-1)"),
        Key("down,j", "move(1)"),
        Key("home", "move(-99)"),
        Key("end", "move(99)"),
        Key("tab", "side", "Tab", "deal", "the deal: progress, warnings, unknowns, the grid"),
        Key("", "", "Page Up, Down", "", "scroll the deal"),
        Key("pageup", "scroll(-1)"),
        Key("pagedown", "scroll(1)"),
    ),
    "Save and leave": (
        Key("s,ctrl+s", "save", "s", "save", "save the debrief and close"),
        Key(
            "q,ctrl+c",
            "leave",
            "q",
            "quit",
            "quit (also Ctrl+C); asks about unsaved answers",
        ),
        Key("y", "copy", "y", "copy", _HELP, "copy a summary of the deal, to paste it", rare=True),
        Key("f1,H", "help", "F1", "help", _HELP, "what the keys do"),
        Key("ctrl+p", "palette", "Ctrl+P", "commands", _HELP, rare=True),
    ),
}
