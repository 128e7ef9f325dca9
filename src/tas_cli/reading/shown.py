"""Advice that shows the whole corrected line, not only the correct value."""

from __future__ import annotations

import re

from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Node, locate
from tas_cli.source.text import Text
from tas_cli.source.values import in_flow

_MAX_LINE = 200
"""A longer line does not help anybody."""
_NO_VALUE = re.compile(r"(\w+):\s*(#[^\s#].*)?")


def with_lines(fault: Fault, text: Text) -> str | None:
    """Return a fault's help, with each suggested text extended to its whole line.

    If the fault is not part of a single line, the help stays as it is.
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
    """Return the help for a key without a value, perhaps because a # hides the value."""
    start = text.position(fault.span.start)
    line = text.line(start.line)[start.column - 1 :]
    found = _NO_VALUE.fullmatch(line) if len(line) <= _MAX_LINE else None
    if fault.code != "TAS106" or found is None or found[1] != fault.path[-1]:
        return None
    if found[2] is None:
        return f"add it after the colon: `{found[1]}: …`"
    return f"write `{found[1]}: {in_flow(found[2].rstrip())}`: YAML reads a bare # as a comment"


def with_block(fault: Fault, root: Node) -> Fault:
    """Return the fault of a block, reported at its key, with the suggestion after the key."""
    last = fault.path[-1]
    if isinstance(last, int) or fault.span != locate(root, fault.path, key=True):
        return fault
    advice, lines = fault.help or "", tuple(f"{last}: {each}" for each in fault.instead)
    for each, line in zip(fault.instead, lines, strict=True):
        advice = advice.replace(f"`{each}`", f"`{line}`")
    return fault._replace(help=advice, instead=lines)
