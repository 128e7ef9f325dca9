"""The keys of the people's main screen."""

from __future__ import annotations

from tas_cli.method.people import coverages, roles, standings
from tas_cli.tui.keys import ROWS, SCROLLING, Key, helping
from tas_cli.views.page import SIGN

_NAMES = {"X": "x,X", "-": "minus,underscore", "=": "equals_sign", "+": "plus"}
"""Textual's names for the keys of signs; `++` is + twice."""

_STANDING = "enemy, non-supporter, neutral, supporter; + again: mentor"
_CONTACT = "our contact: none, brief, multiple, in depth"
_GRADE = "influence, formal rank; then 1 to 5, or 0 for unknown"
_ROLE = "user, evaluator, decision-maker, approver, sponsor"
_OFF = "has left, or has not; take off the map"
_ADD = "add somebody in one line; below the person selected"

TABLE = {
    "The person selected": (
        *(
            Key(
                _NAMES[each.sign], f"standing({each.key!r})", mark, "with us", _STANDING, each.about
            )
            for each in standings().values()
            if (mark := SIGN.get(each.sign, each.sign)) and each.sign in _NAMES
        ),
        *(
            Key(str(at), f"digit({at})", str(at), "contact", _CONTACT, each.title)
            for at, each in enumerate(coverages().values())
        ),
        Key("4", "digit(4)"),
        Key("5", "digit(5)"),
        Key("i", "grade('influence')", "i", "influence", _GRADE, "informal influence"),
        Key("r", "grade('rank')", "r", "rank", _GRADE, "formal rank", rare=True),
        *(
            Key(
                each.letter,
                f"role({each.key!r})",
                each.letter,
                each.title,
                _ROLE,
                each.about,
                rare=True,
            )
            for each in roles().values()
        ),
        Key("enter", "edit", "Enter", "edit", "all fields: boss, agenda, approach, dates"),
        Key(
            "e",
            "evidence",
            "e",
            "evidence",
            "add evidence: confirmed, no longer assumed",
            rare=True,
        ),
        Key("t", "still_true", "t", "still true", "still true: you looked at it today", rare=True),
        Key("l", "left", "l", "left", _OFF, "has left, or has not", rare=True),
        Key("delete", "remove", "Del", "off the map", _OFF, "take off the map", rare=True),
    ),
    "Everybody": (
        Key("a", "add", "a", "add", _ADD, "name, title, roles, with us, influence, contact"),
        Key("b", "below", "b", "below", _ADD, "add somebody who reports to this person"),
        Key("slash", "find", "/", "/find", "find a person by name or title", spare=True),
        Key("u,ctrl+z", "undo", "u", "undo", "undo the last change", spare=True),
        Key("", "", "arrows  j k", "", "to another person; Shift+J Shift+K: scroll the details"),
        *ROWS,
        *SCROLLING,
    ),
    "In a line for a or b, after name and title": (
        Key("", "", "DS", "", "roles: U E D A S, together or apart"),
        Key("", "", "X - = + ++", "", "with us, from enemy to mentor"),
        Key("", "", "1 to 5", "", "influence"),
        Key("", "", "none  brief", "", "contact; also multiple, in_depth, or how they begin"),
        Key("", "", "I V P C L", "", "attitude to change, from innovator to laggard"),
        Key("", "", "<meyer", "", "reports to"),
        Key("", "", "? analyst", "", "begins a line about somebody we cannot name yet"),
    ),
    "Save and leave": (
        Key("s", "save", "s", "save", "save all changes"),
        Key("ctrl+s", "done", "Ctrl+S", "save, quit", "save all changes and quit", rare=True),
        Key("q,ctrl+c", "leave", "q", "quit", "quit (also Ctrl+C); asks about unsaved changes"),
        *helping("the map"),
    ),
}
