"""The line that was probably meant if YAML cannot read it, in the file's own words.

Each repair is tried in place: a line is suggested only if the file can then be read further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tas_cli.reading.line_repairs import (
    EARLIER,
    LAST,
    NOT_CLOSED,
    QUOTED,
    REPAIRS,
    brackets_closed,
    candidates,
)
from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Span
from tas_cli.source.parse import Document, parse
from tas_cli.source.text import Text

_MAX_TEXT, _MAX_LINE = 64 * 1024, 200
"""Anything longer was probably not typed, and trying repairs would take too long."""
_MAX_TRIES, _LOOK_BACK = 60, 8
"""How many readings are tried, and how far back from the line that stops the parser."""
_OUT_OF_LINE = "this line is not indented like the lines it belongs to"


class _Try(NamedTuple):
    """A line as it may be meant; an empty one means to delete the line."""

    message: str
    number: int
    meant: str


def repaired(document: Document) -> list[Fault]:
    """Return a document's faults; a syntax error shows the correct line if that is clear."""
    faults, content = document.faults, document.text.content
    if len(faults) != 1 or len(content) > _MAX_TEXT:
        return faults
    fault, lines = faults[0], document.text.lines
    number = document.text.position(fault.span.start).line
    if fault.code == "TAS111":
        return [_as_text(fault, lines, number)]
    if fault.code != "TAS101":
        return faults
    for each in islice(_tries(lines[:number], number), _MAX_TRIES):
        if _reads_further(lines, each, number):
            found = fault._replace(message=each.message, help=_advice(each.meant))
            return [
                found if each.number == number else found._replace(span=_span(document.text, each))
            ]
    return faults


def _as_text(fault: Fault, lines: list[str], number: int) -> Fault:
    """Show the line as text, in case YAML sees an alias, an anchor or a tag by mistake."""
    for message, meant in candidates(lines[number - 1], (QUOTED,)):
        if _reads_further(lines, _Try(message, number, meant), number):
            return fault._replace(help=f"{fault.help}; if it is text, write `{meant}`")
    return fault


def _advice(meant: str) -> str:
    return f"write `{meant}`" if meant else "delete this line"


def _span(text: Text, tried: _Try) -> Span:
    """Return the place of the first word of an earlier line."""
    line = text.line(tried.number)
    start = text.start(tried.number) + len(line) - len(line.lstrip())
    return Span(start, start + 1)


def _tries(lines: list[str], number: int) -> Iterator[_Try]:
    """Yield what may be meant: by the line, by an earlier line, or with two faults in the line."""
    line = lines[-1] if lines else ""
    once = list(candidates(line, REPAIRS))
    yield from (_Try(message, number, meant) for message, meant in once)
    yield from (_Try(_OUT_OF_LINE, number, meant) for meant in _moved(lines))
    yield from (_Try(message, number, meant) for message, meant in candidates(line, LAST))
    for earlier in range(number - 1, max(0, number - 1 - _LOOK_BACK), -1):
        for message, meant in candidates(lines[earlier - 1], EARLIER):
            yield _Try(message, earlier, meant)
    closed = brackets_closed("\n".join(lines).rstrip()) or ""
    last = closed.count("\n") + 1
    yield from (_Try(NOT_CLOSED, last, each) for each in closed.splitlines()[-1:])
    for message, meant in once:
        yield from (_Try(message, number, again) for _, again in candidates(meant, REPAIRS))


def _moved(lines: list[str]) -> Iterator[str]:
    """Yield the last line at the columns where earlier lines start, the nearest first."""
    text = lines[-1].lstrip(" ") if lines else ""
    columns = (
        found.end()
        for line in reversed(lines[-_LOOK_BACK:-1])
        for found in (re.match(r" *(?:- +)?", line), re.match(r" *", line))
        if found and line.strip()
    )
    for column in dict.fromkeys(columns):
        if " " * column + text != lines[-1] and len(text) <= _MAX_LINE:
            yield " " * column + text


def _reads_further(lines: list[str], tried: _Try, number: int) -> bool:
    after = [*lines[: tried.number - 1], tried.meant, *lines[tried.number :]]
    document = parse("\n".join(after).encode())
    places = [document.text.position(fault.span.start).line for fault in document.faults]
    return all(fault.fixed for fault in document.faults) or min(places) > number
