"""What differs between two contents of a file, line by line."""

from __future__ import annotations

import re
from difflib import unified_diff

_LINE_END = re.compile(r"\r\n|\r|\n")


def difference(name: str, before: bytes, after: bytes) -> list[str]:
    """Return the lines of a unified diff of a file's content, without their line ends."""
    lines = _lines(before), _lines(after)
    return list(unified_diff(*lines, f"a/{name}", f"b/{name}", lineterm=""))


def _lines(data: bytes) -> list[str]:
    *lines, rest = _LINE_END.split(data.decode("utf-8-sig"))
    return [*lines, rest] if rest else lines
