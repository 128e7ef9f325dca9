"""Inserts something new: a value for a key without one, an entry, an item."""

from __future__ import annotations

import re

from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span
from tas_cli.source.splicing.layout import Layout
from tas_cli.source.splicing.operations import CannotEdit
from tas_cli.source.splicing.placing import place_among, place_in_file
from tas_cli.source.splicing.replacing import behind
from tas_cli.source.splicing.splice import Splice, inserted
from tas_cli.source.values import Value, block, entry_lines, in_flow, item_lines

_ROOM_FOR_ONE = re.compile(r" [,\]}\s]")


def filled(layout: Layout, key: Scalar, value: Value) -> list[Splice]:
    """Return the splices that give a value to a key that has none."""
    if layout.in_brackets(key.span.start):
        return [_filled_in_flow(layout, key, value)]
    empty = Scalar("", Span(layout.colon(key), layout.colon(key)))
    return behind(layout, key, empty, block(value, layout.column(key.span.start), layout.manner))


def _filled_in_flow(layout: Layout, key: Scalar, value: Value) -> Splice:
    at = layout.after_colon(key)
    if at is None:
        return inserted(key.span.end, ": " + in_flow(value))
    if _ROOM_FOR_ONE.match(layout.content, at):
        return inserted(at + 1, in_flow(value))
    return inserted(at, " " + in_flow(value))


def new_entry(
    layout: Layout, node: Node, step: str | int, value: Value, order: tuple[str, ...] = ()
) -> Splice:
    """Return the splice that adds an entry to a mapping, in its place if `order` names it."""
    if not isinstance(node, Mapping):
        raise CannotEdit(f"there is no mapping to put `{step}` in")
    entry = {str(step): value}
    if not node.entries:
        return _entry_in_flow(layout, node, entry, 0) if node.flow else _first_entry(layout, entry)
    at = place_among(layout, node, str(step), order)
    if node.flow:
        return _entry_in_flow(layout, node, entry, at)
    start = node.entries[0][0].span.start
    lines = entry_lines(entry, layout.column(start), layout.manner)
    if at == 0:
        return _before(layout, start, lines)
    if node is layout.root:
        place = place_in_file(layout, node, str(step), at)
        if place.start < place.end:
            return Splice(place, layout.newline.join(lines))
        return _after_line(layout, place.end, lines)
    return _after_line(layout, layout.entry_end(*node.entries[at - 1]), lines)


def _entry_in_flow(layout: Layout, node: Mapping, entry: dict[str, Value], at: int) -> Splice:
    text = in_flow(entry)[1:-1]
    if not node.entries:
        return inserted(node.span.start + 1, text)
    if at == 0:
        return inserted(node.entries[0][0].span.start, f"{text}, ")
    return inserted(layout.entry_end(*node.entries[at - 1]), f", {text}")


def _first_entry(layout: Layout, entry: dict[str, Value]) -> Splice:
    """Write the first entry of a file that has only comments."""
    content, newline = layout.content, layout.newline
    glue = "" if not content or content.endswith(("\n", "\r")) else newline
    lines = entry_lines(entry, 0, layout.manner)
    return inserted(len(content), glue + newline.join(lines) + newline)


def new_item(layout: Layout, node: Sequence, item: Value, at: int) -> Splice:
    """Return the splice that adds an item to a non-empty list, as item `at`."""
    if node.flow:
        if at < len(node.items):
            return inserted(node.items[at].span.start, f"{in_flow(item)}, ")
        return inserted(node.items[-1].span.end, f", {in_flow(item)}")
    dash = node.span.start
    behind_it = layout.content[dash + 1 : dash + 9]
    gap = len(behind_it) - len(behind_it.lstrip(" "))
    lines = item_lines(item, layout.column(dash), layout.manner, gap=gap or 1)
    if at:
        return _after_line(layout, layout.end(node.items[at - 1]), lines)
    return _before(layout, dash, lines)


def _before(layout: Layout, index: int, lines: list[str]) -> Splice:
    """Insert lines before the entry or item that begins at `index`."""
    indent = layout.column(index)
    before = "".join(line + layout.newline for line in lines)
    return inserted(index, before[indent:] + " " * indent)


def _after_line(layout: Layout, index: int, lines: list[str]) -> Splice:
    """Insert lines after the one that contains `index`, after its comment."""
    return inserted(layout.line_end(index), "".join(layout.newline + line for line in lines))
