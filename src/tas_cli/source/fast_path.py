"""The quick way to read a text without faults, many times faster than the guarded parse.

Most texts can be read line by line, and libyaml composes the others in one call; either gives the
plain value. Anything unusual, and anything the guard would have to examine closely, is not read
here: the result is None, and the guarded parse takes over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.source.characters import INVISIBLE
from tas_cli.source.line_places import along_lines
from tas_cli.source.lines import read_lines
from tas_cli.source.nodes import Node
from tas_cli.source.text import Text, decode

_MAX_BYTES = 48 * 1024
"""A file this small cannot contain more values than the guard allows."""
_MAX_BRACKETS = 2000
_MAX_LINE = 4000
"""Composing recurses for every level; these two limit the levels a text can have."""
_ORDINARY = bytes({0x09, 0x0A, 0x0D, *range(0x20, 0x7F), *range(0x80, 0x100)})
_ANCHOR_OR_TAG = re.compile(r"(?:\A|[\s\[{,])(?:[&*]\S|!)")


class Quick(NamedTuple):
    """A text and its plain value (as from `nodes.plain_value`), which must not be changed.

    `along` returns the part of the tree on a path, to look up where something is.
    """

    text: Text
    value: Any
    along: Callable[[Path], Node]


def read_quickly(data: bytes) -> Quick | None:
    """Return a file's content, or None if it needs the guarded parse."""
    text = _ordinary_text(data)
    if text is None:
        return None
    value = read_lines(text.content)
    if value is not None:
        return Quick(text, value, partial(along_lines, text.content))
    return _compose(text)


def _compose(text: Text) -> Quick | None:
    if _may_be_deep(text.content):
        return None
    from tas_cli.source.libyaml import read_composed  # noqa: PLC0415 - most files need no YAML

    found = read_composed(text.content)
    return found and Quick(text, *found)


def _may_be_deep(content: str) -> bool:
    if content.count("[") + content.count("{") > _MAX_BRACKETS:
        return True
    return len(content) > _MAX_LINE and max(map(len, content.splitlines())) > _MAX_LINE


def _ordinary_text(data: bytes) -> Text | None:
    if len(data) > _MAX_BYTES or data.translate(None, _ORDINARY):
        return None
    if (b"<" in data and b"<<" in data) or (b">" in data and b">>>>>>>" in data):
        return None
    try:
        text = decode(data)
    except UnicodeDecodeError:
        return None
    content = text.content
    if not content.isascii() and INVISIBLE.search(content):
        return None
    if ("&" in content or "*" in content or "!" in content) and _ANCHOR_OR_TAG.search(content):
        return None
    return text
