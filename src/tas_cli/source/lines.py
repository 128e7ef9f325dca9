"""Reads a text whose every line can be understood by itself, several times faster than libyaml.

Nearly all lines of nearly all files have one of a few shapes: `key:`, `key: value`, and a dash
before either or before a value, where the value is plain text, text in quotes without escapes, or
brackets that close on the same line. YAML allows no second reading of these, and the same few recur
again and again. A text with any other line is left to libyaml; the tests compare whatever is read
here with libyaml's result.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tas_cli.source.nodes import plain_scalar

_KEY = r"\w[\w-]{0,63}"
_IN_QUOTES = r"""\"([^"\\\t]*)"|'([^'\t]*)'"""
_PLAIN = r"-?\w(?:[^:#\t]|:(?=\S)|(?<=\S)#)*(?<! )"
_PLAIN_IN_BRACKETS = r"-?\w[\w.@/+ -]*(?<! )"
LINE = re.compile(
    rf"( {{0,24}})(- {{1,4}})?(?:(?P<key>{_KEY}):(?: ++|$))?"
    rf"(?P<value>{_IN_QUOTES}|({_PLAIN})|([\[{{].*[\]}}]))? *+(?:(?<= )#.*)?"
)
"""A line with content. No block can be deeper than its indentation.

Spaces are matched possessively (`++`, `*+`): backtracking would take minutes on long lines.
"""
_PART = re.compile(rf"(?:({_KEY}): +)?(?:{_IN_QUOTES}|({_PLAIN_IN_BRACKETS})|(?=([\[{{]))) *(,?) *")
"""An entry or item in brackets, up to the next one, to the end, or to nested brackets."""
_COMMA = re.compile(" *(,?) *")
_MAX_LINE = 8000
"""Lines are kept in memory, so none of them may be huge."""
_REMEMBERED = 512
"""How many lines are cached; few enough for the processor's caches (see docs/performance.md)."""
_MAX_BRACKETS = 6
"""Together with the indentation, this stays within the depth the guard allows."""


Line = tuple[int, int, str | None, Any]
"""A line: where it begins, where its content begins, its key and its value.

The first two differ if the content follows a dash. The value is missing if the line ends with its
key, and the key if the line is an item without parts.
"""


class UnusualLineError(Exception):
    """A line has a shape that only libyaml can read."""


def read_lines(content: str) -> dict[str, Any] | None:
    """Return the plain value of a text, None if it needs libyaml.

    Parts of it are shared with other texts that have the same lines, so it must not be changed.
    """
    if "\r" in content:
        content = content.replace("\r\n", "\n")
    lines = content.split("\n")
    if "\r" in content or (len(content) > _MAX_LINE and len(max(lines, key=len)) > _MAX_LINE):
        return None
    try:
        return _read(lines)
    except UnusualLineError:
        return None


def _read(lines: list[str]) -> dict[str, Any]:  # noqa: C901, PLR0912 - calls would take as long again
    """Read the lines into the mapping or list being filled, and those around it."""
    root: dict[str, Any] = {}
    around: list[tuple[int, Any]] = []
    box: Any = root
    here, opened = 0, None
    for text in lines:
        line = line_of(text)
        if line is None:
            continue
        at, column, key, value = line
        if opened is not None:  # its content is indented further; a list need not be
            if at <= here and not (at == here < column):
                raise UnusualLineError
            around.append((here, box))
            inner: Any = {} if at == column else []
            box[opened] = inner
            box, here, opened = inner, at, None
        elif at != here:
            while at < here:
                here, box = around.pop()
            if at != here:
                raise UnusualLineError
        if at != column:
            if type(box) is not list:
                raise UnusualLineError
            if key is None:
                box.append(value)
                continue
            around.append((here, box))
            inner = {}
            box.append(inner)
            box, here = inner, column
        elif type(box) is list:  # it was indented like its key, and ends here
            here, box = around.pop()
            if at != here:
                raise UnusualLineError
        if key in box:
            raise UnusualLineError
        if value is None:
            opened = key
        else:
            box[key] = value
    if opened is not None or not root:
        raise UnusualLineError
    return root


@lru_cache(maxsize=_REMEMBERED)
def line_of(text: str) -> Line | None:
    """Return a line's parts, None if it is empty or a comment.

    Raises:
        UnusualLineError: it has a shape that is not read here.
    """
    bare = text.lstrip(" ")
    if not bare or bare[0] == "#":
        return None
    found = LINE.fullmatch(text)
    if found is None:
        raise UnusualLineError
    indent, dash, key, _, double, single, plain, brackets = found.groups()
    if plain is not None:
        value: Any = plain_scalar(plain)
    elif brackets is not None:
        value, end = _in_brackets(brackets, 0, 1)
        if end != len(brackets):
            raise UnusualLineError
    else:
        value = single if double is None else double
    if key is None and (value is None or dash is None):
        raise UnusualLineError
    at = len(indent)
    return at, at + len(dash or ""), key, value


def _in_brackets(text: str, start: int, depth: int) -> tuple[Any, int]:
    """Return the content of the brackets that open at `start`, and the index after them."""
    if depth > _MAX_BRACKETS:
        raise UnusualLineError
    keyed = text[start] == "{"
    mapping: dict[str, Any] = {}
    items: list[Any] = []
    at = start + 1
    while text[at] == " ":
        at += 1
    more = text[at] not in "}]"
    while more:
        part = _PART.match(text, at)
        if part is None:
            raise UnusualLineError
        key, double, single, plain, nested, comma = part.groups()
        at = part.end()
        if plain is not None:
            value: Any = plain_scalar(plain)
        elif nested is not None:
            value, at = _in_brackets(text, at, depth + 1)
            found = _COMMA.match(text, at)
            comma, at = (found[1], found.end()) if found else ("", at)
        else:
            value = single if double is None else double
        if keyed is (key is None) or key in mapping:
            raise UnusualLineError
        if key is None:
            items.append(value)
        else:
            mapping[key] = value
        more = bool(comma)
    if not text.startswith("}" if keyed else "]", at):
        raise UnusualLineError
    return (mapping if keyed else items), at + 1
