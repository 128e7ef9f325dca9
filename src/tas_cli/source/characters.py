"""The one table of characters that are invisible or look like others.

A file must not contain `INVISIBLE`. Text pasted into a command or a table is cleaned of the others
as well, since they would make two names differ that look the same.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e"
    "\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Invisible control characters, which can make one text look like another."""
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces other than the ordinary one, which look the same."""
MARKS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0]"
)
"""Marks that show nothing: soft hyphens, directions, zero widths. Letters need the joiners."""
LOOK_ALIKE = re.compile(f"{SPACES.pattern}|{MARKS.pattern}")
"""Either kind: what makes a word differ from one that looks the same."""
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What ends a line in some programs, apart from the newline."""
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb\ufffe\uffff]")
_ANY = re.compile(f"{INVISIBLE.pattern}|{SPACES.pattern}|{MARKS.pattern}|\r")


class ControlCharacterError(ValueError):
    """A text contains a character that no text needs; the message names it."""


def cleaned(text: str, *, refuse: bool = True) -> str:
    """Return a text with ordinary spaces and line ends, without marks that show nothing.

    Raises:
        ControlCharacterError: it contains a control character, which cannot be intended. Without
            `refuse`, such characters are removed instead.
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
    """Return a name in the form used to compare: case, blanks, marks and encoding do not count."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", MARKS.sub("", text).casefold())
    return " ".join(text.casefold().split())
