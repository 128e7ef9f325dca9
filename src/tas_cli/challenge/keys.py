"""The keys of the challenge's main screen."""

from __future__ import annotations

from tas_cli.tui.keys import Key, helping

HIGHEST = 5
"""The highest grade; the lowest is 1."""
_GRADE = "from 1 (low) to 5 (high); the cursor moves on"
_WHO = "team or spoiler; who scores"

TABLE = {
    "Score": (
        *(
            Key(str(at), f"digit({at})", str(at), "grade", _GRADE, f"give a {at} and move on")
            for at in range(1, HIGHEST + 1)
        ),
        Key("0,6,7,8,9", "digit(0)"),
        Key("minus,space,underscore", "skip", "–", "", "leave it out: you cannot judge", rare=True),
        Key("backspace", "regret", "Backspace", "", "take back the grade before", rare=True),
        Key("delete", "clear", "Del", "", "take back a grade or a point not saved yet", rare=True),
        Key("u,ctrl+z", "undo", "u", "undo", "undo the last change", rare=True),
    ),
    "The challenge": (
        Key("a", "add", "a", "point", "add a point: What if …, what you recommend, who, by when"),
        Key("enter", "edit", "Enter", "edit", "change a point not saved yet", rare=True),
        Key("r", "role", "r", "role", _WHO, "switch between team and spoiler"),
        Key("w", "who", "w", "who", _WHO, "say who scores", spare=True),
        Key("v", "read('comparison')", "v", "compare", "compare team and spoiler, and back"),
        Key("p", "read('plan')", "p", "plan", "read the plan, and back", spare=True),
    ),
    "Move": (
        Key("tab,pagedown", "turn(1)", "Tab", "", "next category (also Page Down)", rare=True),
        Key("shift+tab,pageup", "turn(-1)", "Shift+Tab", "", "previous one", rare=True),
        Key("", "", "arrows  h j k l", "", "from grade to grade; on a page, scroll"),
        Key("up,k", "move(-1, 0)"),
        Key("down,j", "move(1, 0)"),
        Key("left,h", "move(0, -1)"),
        Key("right,l", "move(0, 1)"),
        Key("home", "move(-1000000, -9)"),
        Key("end", "move(1000000, 0)"),
    ),
    "Save and leave": (
        Key("s", "save", "s", "save", "save all grades and points"),
        Key("ctrl+s", "done", "Ctrl+S", "save, quit", "save and quit", rare=True),
        Key(
            "q,escape,ctrl+c", "leave", "q", "quit", "quit (also Esc); asks about what is not saved"
        ),
        *helping("the comparison"),
    ),
}
