"""Ignore comments: `# tas: ignore[TAS201] reason`, on a line or above a block.

At the end of a line it covers what begins on that line; on its own line, the block that begins
below it. Errors cannot be ignored, and an unused ignore comment is itself reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.source.nodes import Mapping, Node, Scalar
from tas_cli.source.text import Text

MARK = "ignore"
"""A text without this word has no ignore comments."""
USELESS = "TAS520"
_COMMENT = re.compile(r"#[ \t]*tas:[ \t]*ignore\b(?:[ \t]*\[([^\]\r\n]*)\])?[^\r\n]*")
_BELOW = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*(?:-[ \t]+)*")
"""Comments and empty lines before the next entry or item."""
_MOVE = "delete it, or move it to the line or above the block it is meant for"
_CODES = re.compile(r"[ \t,]+")


class Ignore(NamedTuple):
    """A comment, its place, the codes it names, and the first and last line it covers."""

    start: int
    end: int
    codes: tuple[str, ...]
    first: int
    last: int

    def silences(self, found: Diagnostic) -> bool:
        """Whether this comment hides a finding."""
        return found.code in self.codes and self.first <= found.line <= self.last


def ignored(found: list[Diagnostic], data: bytes, text: Text) -> list[Diagnostic]:
    """Return the findings that are left, and one for each code that a comment names in vain.

    `found` are the checks' findings for a file that is data.
    """
    ignores = list(_ignores(data, text))
    left = [each for each in found if not any(ignore.silences(each) for ignore in ignores)]
    return [*left, *_useless(ignores, found, text)]


def _ignores(data: bytes, text: Text) -> Iterator[Ignore]:
    from tas_cli.source.parse import parse  # noqa: PLC0415 - few files have any

    root = parse(data).root
    quoted = list(_scalars(root)) if root else []
    for comment in _COMMENT.finditer(text.content):
        if any(each.span.start <= comment.start() < each.span.end for each in quoted):
            continue
        codes = tuple(filter(None, _CODES.split((comment[1] or "").upper())))
        first, last = _lines(comment.start(), text, root)
        yield Ignore(comment.start(), comment.end(), codes, first, last)


def _scalars(node: Node) -> Iterator[Scalar]:
    """Yield the scalars, in which a `#` may not begin a comment."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)


def _lines(start: int, text: Text, root: Node | None) -> tuple[int, int]:
    """Return the lines that a comment covers."""
    line, column = text.position(start)
    if text.line(line)[: column - 1].strip():
        return line, line
    below = _BELOW.match(text.content, start - column + 1)
    begins = below.end() if below else start
    ends = max((end for begin, end in _blocks(root) if begin == begins), default=begins)
    return text.position(begins).line, text.position(max(begins, ends - 1)).line


def _blocks(node: Node | None) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of every entry and item of a document."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield key.span.start, max(key.span.end, value.span.end)
            yield from _blocks(value)
    elif node is not None and not isinstance(node, Scalar):
        for item in node.items:
            yield item.span
            yield from _blocks(item)


def _useless(ignores: list[Ignore], found: list[Diagnostic], text: Text) -> Iterator[Diagnostic]:
    for ignore in ignores:
        for code in ignore.codes or ("",):
            one = ignore._replace(codes=(code,))
            if not any(one.silences(each) for each in found):
                yield _unused(one, code, text)


def _unused(ignore: Ignore, code: str, text: Text) -> Diagnostic:
    start, end = text.position(ignore.start), text.position(ignore.end)
    what = f"{code} is not reported here" if code else "it names no code"
    return Diagnostic(
        code=USELESS,
        severity=Severity.WARNING,
        message=f"unused ignore comment: {what}",
        file="",
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        help=_MOVE
        if code
        else "add the code in brackets, then the reason: # tas: ignore[TAS201] …",
    )
