"""The keys of the meeting's main screen, and the forms of a line."""

from __future__ import annotations

from tas_cli.edits.meeting_forms import FORMS
from tas_cli.tui.keys import Key

_MORE = "copy a summary of the deal; find a command by name"

TABLE = {
    "Write": (
        Key("enter", "enter", "Enter", "add", "add the line; if it is empty, record the outcome"),
        Key("up", "recall", "Up", "edit last", "type the last line again", spare=True),
        Key(
            "tab,down", "move(1)", "Tab", "", "to whom you met, when, the link, and back", rare=True
        ),
        Key("shift+tab", "move(-1)"),
        Key("ctrl+z", "undo", "Ctrl+Z", "undo", "undo the last change"),
    ),
    "Save and leave": (
        Key("ctrl+s", "save", "Ctrl+S", "save", "save and close"),
        Key("ctrl+n", "another", "Ctrl+N", "next", "save, and write down another meeting"),
        Key(
            "escape,ctrl+c", "leave", "Esc", "leave", "leave; asks about what is not saved (draft)"
        ),
        Key("ctrl+y", "copy", "Ctrl+Y", "copy", _MORE, "copy a summary of the deal", rare=True),
        Key("ctrl+p", "palette", "Ctrl+P", "commands", _MORE, rare=True),
        Key("f2", "numbers", "F2", "numbers", "show the criteria by number, or your lines"),
        Key("f1", "help", "F1", "help", "the keys, and what a line can be"),
    ),
    "Lines": tuple(Key("", "", form, "", about) for form, about in FORMS),
}
