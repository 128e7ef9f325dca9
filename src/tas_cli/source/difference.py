"""The difference between two versions of a file, line by line."""

from __future__ import annotations

from difflib import unified_diff

from tas_cli.source.text import decode


def difference(name: str, before: bytes, after: bytes) -> list[str]:
    """Return the lines of a unified diff of a file's content, without line ends."""
    lines = _lines(before), _lines(after)
    return list(unified_diff(*lines, f"a/{name}", f"b/{name}", lineterm=""))


def _lines(data: bytes) -> list[str]:
    *lines, rest = decode(data).lines
    return [*lines, rest] if rest else lines
