"""Writes a text as a YAML scalar that every parser reads back as that text."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w&'/.,()+ -]*", re.UNICODE)
_RESERVED = re.compile(r"true|false|null|yes|no|on|off|y|n", re.IGNORECASE)
_MARK_IN_FRONT = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<\s]")
_MEANS_MORE = re.compile(r":(?:\s|$)|\s#")
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][0-9a-fA-F_.:+xoeETZ\s-]*|[-+]?\.\w*|\.{2,}")


def scalar(text: str) -> str:
    """Return the text as YAML: plain if that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text) and text == text.strip()
    return text if plain and " -" not in text else quoted(text)


def can_be_plain(text: str, *, flow: bool) -> bool:
    """Whether YAML reads the unquoted text as this text; inside brackets it is stricter.

    This allows more than `scalar` leaves plain: it is for places where the author writes no quotes.
    """
    if not text or not text.isprintable() or text != text.strip():
        return False
    if _MARK_IN_FRONT.match(text) or _MEANS_MORE.search(text) or _RESERVED.fullmatch(text):
        return False
    return not _LIKE_A_NUMBER.fullmatch(text) and not (flow and set(text) & set(",[]{}?"))


def quoted(text: str) -> str:
    """Return the text in double quotes, with everything that does not print escaped."""
    inner = json.dumps(text, ensure_ascii=False)
    return "".join(
        character if character.isprintable() else _escaped(character) for character in inner
    )


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
