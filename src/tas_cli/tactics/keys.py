"""The keys of the main screen for suggested tactics."""

from __future__ import annotations

from tas_cli.tui.keys import ROWS, SCROLLING, Key, helping

MOST_FIRST = 9
"""How many of the first suggestions a digit can pick."""
_FIRST = "pick the first ones, and none after them: 8 for eight"
_OWN = "owner, due date of all picked without one, or of this"

TABLE = {
    "Pick": (
        Key("space", "take", "Space", "pick", "pick the selected one, or do not; go on"),
        Key("a", "all", "a", "all", "pick all, or none"),
        Key("1", "digit(1)", "1 to 9", "the first", _FIRST, "pick the first one only", rare=True),
        *(Key(str(at), f"digit({at})") for at in range(2, MOST_FIRST + 1)),
        Key("m", "more", "m", "more", "show all, not only three of a kind", spare=True),
        Key("u,ctrl+z", "undo", "u", "undo", "undo the last change", spare=True),
    ),
    "What is picked": (
        Key("enter", "edit", "Enter", "reword", "say it in your own words"),
        Key("o", "own('owner')", "o", "owner", _OWN, "who does it"),
        Key("d", "own('due')", "d", "due", _OWN, "by when: fri, +2w, 31 Mar"),
    ),
    "Move": (
        Key("", "", "arrows  j k", "", "to another one; Shift+J Shift+K: scroll the reason"),
        *ROWS,
        *SCROLLING,
    ),
    "Save and leave": (
        Key("w,s,ctrl+s", "save", "w", "write", "add what is picked to the plan (also s)"),
        Key("escape,q,ctrl+c", "leave", "Esc", "quit", "quit; asks if anything is picked (also q)"),
        *helping("the suggestions"),
    ),
}
