"""Writing a text as a YAML scalar that every parser reads back as that text."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w&'/.,()+ -]*", re.UNICODE)
_RESERVED = re.compile(r"true|false|null|yes|no|on|off|y|n", re.IGNORECASE)


def scalar(text: str) -> str:
    """Return the text as YAML: plain where that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text) and text == text.strip()
    return text if plain and " -" not in text else quoted(text)


def quoted(text: str) -> str:
    """Return the text in double quotes, with everything that does not print escaped."""
    readable = "".join(
        character if character.isprintable() else json.dumps(character)[1:-1]
        for character in json.dumps(text, ensure_ascii=False)
    )
    return readable.replace("\x7f", "\\x7f")
