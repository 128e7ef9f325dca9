"""Where things are in a text that is read line by line; looked up only for findings.

The returned tree contains only what is on a path, like that of `libyaml.along`. It is found by
searching the text, since every entry begins a line of its own in such a text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tas_cli.diagnostics import Path
from tas_cli.source.lines import LINE
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span

_EMPTY_LINES = re.compile(r"(?: *(?:#[^\n]*)?\r?\n)* *")


def along_lines(content: str, path: Path) -> Node:
    """Return only the part of a text's tree on a path: enough to locate it."""
    return _mapping(content, _next_entry(content, 0), len(content), 0, path)


def _next_entry(content: str, line: int) -> int:
    """Return the place of the first thing that is not a comment, from the start of a line."""
    found = _EMPTY_LINES.match(content, line)
    return found.end() if found else line


def _block(content: str, start: int, end: int, path: Path) -> Node:
    """Return the mapping or list whose first entry is at `start`; it ends by `end`."""
    column = start - content.rfind("\n", 0, start) - 1
    listed = content[start] == "-"
    if path:
        found = _end_of_block(column, listed=listed).search(content, start, end)
        end = found.start() if found else end
    return (_sequence if listed else _mapping)(content, start, end, column, path)


@lru_cache(maxsize=64)
def _end_of_block(column: int, *, listed: bool) -> re.Pattern[str]:
    """Return a pattern for the first line not indented enough to belong to a block."""
    further_out = rf"\n {{0,{column - 1}}}[^ #\r\n]" if column else r"\Z"
    beside = rf"|\n {{{column}}}[^-# \r\n]" if listed else ""
    return re.compile(further_out + beside)


def _mapping(content: str, start: int, end: int, column: int, path: Path) -> Mapping:
    node = Mapping(Span(start, start))
    key = path[0] if path else None
    if isinstance(key, str):
        at = _entry(content, key, start, end, column)
        if at is not None:
            span = Span(at, at + len(key))
            node.entries = [(Scalar(key, span), _value(content, at, end, path[1:]))]
    return node


def _entry(content: str, key: str, start: int, end: int, column: int) -> int | None:
    """Return the place of a key in the mapping that starts at `start`, None if it is missing."""
    if content.startswith(f"{key}:", start):
        return start
    before = content.find(f"\n{' ' * column}{key}:", start, end)
    return None if before < 0 else before + 1 + column


def _sequence(content: str, start: int, end: int, column: int, path: Path) -> Sequence:
    node = Sequence(Span(start, start))
    step = path[0] if path else None
    if isinstance(step, int):
        dash = f"\n{' ' * column}- "
        line = content.rfind("\n", 0, start)
        for _ in range(step):
            line = content.find(dash, line + 1, end)
            if line < 0:
                return node
        following = content.find(dash, line + 1, end)
        item = _item(content, line + 1 + column, end if following < 0 else following, path[1:])
        node.items = [*[Scalar("", node.span)] * step, item]
    return node


def _item(content: str, dash: int, end: int, path: Path) -> Node:
    line = _line(content, dash)
    if line["key"] is None:
        return _on_one_line(content, line, path)
    start = line.start("key")
    column = start - content.rfind("\n", 0, start) - 1
    return _mapping(content, start, end, column, path)


def _value(content: str, key: int, end: int, path: Path) -> Node:
    """Return the value of a key, on its line or below it."""
    line = _line(content, key)
    if line["value"] is not None:
        return _on_one_line(content, line, path)
    return _block(content, _next_entry(content, content.find("\n", key) + 1), end, path)


def _line(content: str, start: int) -> re.Match[str]:
    end = content.find("\n", start)
    end = len(content) if end < 0 else end
    found = LINE.fullmatch(content, start, end - content.startswith("\r", end - 1))
    if found is None:
        raise AssertionError("the text was not read line by line")
    return found


def _on_one_line(content: str, line: re.Match[str], path: Path) -> Node:
    """Return what follows a key or a dash; libyaml reads what is in brackets."""
    start, end = line.span("value")
    if content[start] not in "[{":
        quoted = content[start] in "\"'"
        text = content[start + 1 : end - 1] if quoted else content[start:end]
        return Scalar(text, Span(start, end), plain=not quoted)
    from tas_cli.source.libyaml import along, composed  # noqa: PLC0415 - most files do without

    return along(composed(content[start:end]), path, start)
