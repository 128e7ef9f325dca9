"""Advice that shows the whole line as it should be, not only the value that belongs there."""

from __future__ import annotations

import re

from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Node, locate
from tas_cli.source.text import Text
from tas_cli.source.values import in_flow

_MAX_LINE = 200
"""A longer line helps nobody."""
_NO_VALUE = re.compile(r"(\w+):\s*(#[^\s#].*)?")


def with_lines(fault: Fault, text: Text) -> str | None:
    """Return a fault's help, with the line instead of each text that may be written in its place.

    Where what is wrong is not a piece of one line, the help stays as it is.
    """
    if fault.help is None:
        return None
    start, end = text.position(fault.span.start), text.position(fault.span.end)
    line = text.line(start.line)
    if start.line != end.line or len(line) > _MAX_LINE:
        return fault.help
    before, after = line[: start.column - 1].lstrip(), line[end.column - 1 :].rstrip()
    advice = fault.help
    for each in fault.instead:
        rest = "" if fault.path and each.startswith(f"{fault.path[-1]}: ") else after
        advice = advice.replace(f"`{each}`", f"`{before}{each}{rest}`", 1)
    return advice


def without_value(fault: Fault, text: Text) -> str | None:
    """Return the help for a key that is there without a value, maybe because of a # before it."""
    start = text.position(fault.span.start)
    line = text.line(start.line)[start.column - 1 :]
    found = _NO_VALUE.fullmatch(line) if len(line) <= _MAX_LINE else None
    if fault.code != "TAS106" or found is None or found[1] != fault.path[-1]:
        return None
    if found[2] is None:
        return f"write it behind the colon: `{found[1]}: …`"
    return f"write `{found[1]}: {in_flow(found[2].rstrip())}`: YAML takes a bare # for a comment"


def with_block(fault: Fault, root: Node) -> Fault:
    """Return a fault of a block, for which its key stands, with what is meant behind that key."""
    last = fault.path[-1]
    if isinstance(last, int) or fault.span != locate(root, fault.path, key=True):
        return fault
    advice, lines = fault.help or "", tuple(f"{last}: {each}" for each in fault.instead)
    for each, line in zip(fault.instead, lines, strict=True):
        advice = advice.replace(f"`{each}`", f"`{line}`")
    return fault._replace(help=advice, instead=lines)
