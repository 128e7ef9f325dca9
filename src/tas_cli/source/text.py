"""From bytes to text, and from an index in the text to the line and column a person sees."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

BYTE_ORDER_MARK = "\ufeff"
_LOOKED_AT = 256
"""This many bytes show how a text is encoded."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place in a text for people: line and column from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Text:
    """A file's text without its byte-order mark, which is remembered."""

    content: str
    byte_order_mark: bool = False

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.content))]

    def position(self, index: int) -> Position:
        """Return the line and column of the character at `index`."""
        if "\r" not in self.content:  # nearly all files, and few places in each
            before = self.content.rfind("\n", 0, index)
            return Position(self.content.count("\n", 0, index) + 1, index - before)
        line = bisect_right(self._line_starts, index)
        return Position(line, index - self._line_starts[line - 1] + 1)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their endings."""
        return _LINE_END.split(self.content) if "\r" in self.content else self.content.split("\n")

    def start(self, number: int) -> int:
        """Return the index of the first character of line `number`, from 1."""
        return self._line_starts[number - 1]

    def line(self, number: int) -> str:
        """Return line `number`, from 1, without its line ending."""
        return self.lines[number - 1]


NO_TEXT = Text("")
"""The text of a file that could not be read."""


def is_utf16(data: bytes) -> bool:
    """Whether bytes are UTF-16: by the mark, or since every other byte of plain letters is zero."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    start = data[:_LOOKED_AT]
    few, many = sorted((start[::2].count(0), start[1::2].count(0)))
    return few == 0 and many > 1 and many > len(start) // 3


def decode(data: bytes, errors: str = "strict") -> Text:
    """Decode bytes as UTF-8; `errors="replace"` is for showing whatever is in a file.

    Raises:
        UnicodeDecodeError: the bytes are in another encoding.
    """
    content = data.decode("utf-8", errors)
    marked = content.startswith(BYTE_ORDER_MARK)
    return Text(content[1:] if marked else content, byte_order_mark=marked)
