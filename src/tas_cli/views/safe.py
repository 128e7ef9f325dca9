"""What comes from a file is data: nothing in it may act on the terminal that shows it."""

from __future__ import annotations

import re
import unicodedata

_FORMAT_ALLOWED = {"\u200c", "\u200d"}  # joiners, which scripts and emoji need
_COMMAND = re.compile(r"##(?=\[|vso\[)", re.IGNORECASE)
"""What CI services obey wherever in a line it stands: `##[error]`, `##vso[task.setvariable]`."""


def safe(text: str) -> str:
    """Return the text on one line, with every character that acts rather than shows spelt out.

    A CI service's command inside the text is broken by one character, so that widths stay.
    """
    if text.isprintable():
        return text if "##" not in text else _COMMAND.sub("#'", text)
    return _COMMAND.sub("#'", "".join(map(_shown, text)))


def forges_a_command(line: str) -> bool:
    """Whether a CI service would take the line for a command, because of the words in it."""
    return line.lstrip().startswith(("::", "##[", "##vso["))


def message_line(text: str) -> str:
    """Return the text as one line of a message: line ends in it are shown, none is obeyed."""
    line = safe(text.replace("\r", "\\r").replace("\n", "\\n"))
    return f"'{line}" if forges_a_command(line) else line


def json_without_commands(document: str) -> str:
    """Return the same JSON, written so that a CI service finds no command in its strings."""
    return _COMMAND.sub(r"#\\u0023", document)


def _shown(character: str) -> str:
    if character in "\n\r\t\u2028\u2029\x85":
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Co", "Cn") or (
        category == "Cf" and character not in _FORMAT_ALLOWED
    ):
        return f"\\u{ord(character):04x}" if ord(character) > 0xFF else f"\\x{ord(character):02x}"
    return character
