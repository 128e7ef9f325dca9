"""Characters that are invisible, or that look like others: the one table of them.

A file may not hold `INVISIBLE`. What people paste into a command or a table is cleaned of the rest
as well: it would make two names that look alike differ.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e"
    "\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Invisible control characters, which can make a text look like another one."""
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that look like the ordinary one, and are others."""
MARKS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0]"
)
"""Marks that show nothing: soft hyphens, directions, zero widths. Joiners are letters' business."""
LOOK_ALIKE = re.compile(f"{SPACES.pattern}|{MARKS.pattern}")
"""Either of them: what makes a word differ from one that looks the same."""
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What ends a line in some programs, apart from the newline."""
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\ufffe\uffff]")
_ANY = re.compile(f"{INVISIBLE.pattern}|{SPACES.pattern}|{MARKS.pattern}|\r")


class ControlCharacterError(ValueError):
    """A text holds a character that no text needs; the error's text names it."""


def cleaned(text: str, *, refuse: bool = True) -> str:
    """Return a text with ordinary spaces and line ends, and without marks that show nothing.

    Raises:
        ControlCharacterError: it contains a control character, which cannot be intended; without
            `refuse` that is left out as well.
    """
    if not _ANY.search(text):
        return text
    text = MARKS.sub("", SPACES.sub(" ", LINE_ENDS.sub("\n", text)))
    found = _REFUSED.search(text)
    if found and refuse:
        raise ControlCharacterError(named(found[0]))
    return _REFUSED.sub("", text) if found else text


def named(character: str) -> str:
    """Return a character's number and name for people: `U+00A0 (no-break space)`."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"


def folded(text: str) -> str:
    """Return a text as names are compared: case, blanks, marks and encoding make no difference."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", MARKS.sub("", text).casefold())
    return " ".join(text.casefold().split())
