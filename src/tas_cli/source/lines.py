"""Reading a text whose every line can be understood by itself, several times faster than libyaml.

Nearly all lines of nearly all files have one of few shapes: `key:`, `key: value`, and a dash before
either or before a value, where the value is a plain text, a text in quotes without escapes, or
brackets that close on the same line. YAML leaves no second reading of these, and the same few come
again and again. A text with any other line in it is not read here: libyaml has the word, and the
tests hold whatever is read here against what libyaml makes of it.
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
"""A line that holds something. No block can be deeper than its indentation.

Spaces are taken possessively (`++`, `*+`): going back over them would take minutes on long lines.
"""
_PART = re.compile(rf"(?:({_KEY}): +)?(?:{_IN_QUOTES}|({_PLAIN_IN_BRACKETS})|(?=([\[{{]))) *(,?) *")
"""An entry or item in brackets, up to the next one, or to the end, or to what is nested in it."""
_COMMA = re.compile(" *(,?) *")
_MAX_LINE = 8000
"""Lines are kept in memory, so none of them may be huge."""
_REMEMBERED = 512
"""Lines that are remembered: those that files have in common, and not so many that what is kept
falls out of the processor's caches (figures: docs/performance.md)."""
_MAX_BRACKETS = 6
"""Together with the indentation this keeps within the depth that the guard allows."""


Line = tuple[int, int, str | None, Any]
"""What a line holds: where it begins, where what it holds begins, its key and its value.

The first two differ where a dash stands before it. There is no value where the line ends with its
key, and no key where the line is an item without parts.
"""


class UnusualLineError(Exception):
    """A line has a shape that libyaml has to look at."""


def read_lines(content: str) -> dict[str, Any] | None:
    """Return the plain value of a text, None where libyaml has to look at it.

    Parts of it are shared with other texts that have the same lines: they must not be changed.
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
    """Go down the lines with the mapping or list that is being filled, and those around it."""
    root: dict[str, Any] = {}
    around: list[tuple[int, Any]] = []
    box: Any = root
    here, opened = 0, None
    for text in lines:
        line = line_of(text)
        if line is None:
            continue
        at, column, key, value = line
        if opened is not None:  # what belongs to it stands further in; a list need not
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
        elif type(box) is list:  # it stood as far out as its key, and ends here
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
    """Return what a line holds, None where it is empty or a comment.

    Raises:
        UnusualLineError: it is of no shape that is read here.
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
