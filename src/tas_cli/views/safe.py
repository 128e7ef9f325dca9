"""Text from a file is data: none of it may act on the terminal that shows it."""

from __future__ import annotations

import re
import unicodedata

_FORMAT_ALLOWED = {"\u200c", "\u200d"}  # joiners that some scripts and emoji need
_COMMAND = re.compile(r"##(?=\[|vso\[)", re.IGNORECASE)
"""What CI services obey anywhere in a line: `##[error]`, `##vso[task.setvariable]`."""


def safe(text: str) -> str:
    """Return the text on one line, with every control or invisible character spelled out.

    A CI service's command inside the text is broken by changing one character, which keeps the
    width.
    """
    if text.isprintable():
        return text if "##" not in text else _COMMAND.sub("#'", text)
    return _COMMAND.sub("#'", "".join(map(_shown, text)))


def forges_a_command(line: str) -> bool:
    """Whether a CI service would take the line for a command."""
    return line.lstrip().startswith(("::", "##[", "##vso["))


def message_line(text: str) -> str:
    """Return the text as one line of a message; line ends in it are shown, not obeyed."""
    line = safe(text.replace("\r", "\\r").replace("\n", "\\n"))
    return f"'{line}" if forges_a_command(line) else line


def json_without_commands(document: str) -> str:
    """Return the same JSON, written so that no CI service finds a command in its strings."""
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
