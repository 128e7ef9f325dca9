"""Replaces a value; comments about it stay."""

from __future__ import annotations

from tas_cli.source.nodes import Node, Scalar, Span, parts
from tas_cli.source.scalars import can_be_plain, quoted
from tas_cli.source.splicing.layout import Layout
from tas_cli.source.splicing.splice import Splice
from tas_cli.source.values import Plain, Quoted, Value, block, content_lines, in_flow, written


def replaced(layout: Layout, key: Scalar | None, node: Node, value: Value) -> list[Splice]:
    """Return the splices that replace a value with another; an item has no key."""
    span = Span(node.span.start, layout.end(node))
    within = layout.in_brackets(node.span.start)
    if isinstance(node, Scalar) and isinstance(value, str):
        return _retext(layout, node, value)
    if within or _is_filled_flow(node):
        return [Splice(span, in_flow(value))]
    if key is None:
        return _item(layout, span, value)
    lines = block(value, layout.column(key.span.start), layout.manner)
    if isinstance(node, Scalar) and len(lines) == 1 and layout.indicator(node) is None:
        return [Splice(span, in_flow(value))]
    return behind(layout, key, node, lines)


def _item(layout: Layout, old: Span, value: Value) -> list[Splice]:
    """Replace an item after its dash; a comment at its end stays."""
    first, *others = content_lines(value, layout.column(old.start), layout.manner)
    end = layout.line_end(old.end)
    below = "".join(layout.newline + line for line in others)
    return [Splice(old, first), Splice(Span(end, end), below)]


def respelled(layout: Layout, node: Scalar, text: str) -> Splice:
    """Return the splice that changes the text of a key or of a scalar on its line."""
    flow = layout.in_brackets(node.span.start)
    return Splice(Span(node.span.start, layout.end(node)), _like(layout, node, text, flow=flow))


def unchanged(layout: Layout, node: Scalar) -> Value:
    """Return a scalar as a value that is written as it is now, on one line."""
    raw = layout.content[node.span.start : layout.end(node)]
    return Plain(quoted(node.text) if len(raw.splitlines()) > 1 else raw)


def behind(layout: Layout, key: Scalar, node: Node, lines: list[str]) -> list[Splice]:
    """Replace a block value with lines: the first after the colon, the others below.

    Comments between the colon and the value stay, and so does one at the end of its line.
    """
    colon = layout.colon(key)
    end = max(colon, layout.end(node))
    indicator = layout.indicator(node)
    between = layout.content[colon : node.span.start]
    if "#" in between or len(between.splitlines()) > 1:
        last = max(layout.line_end(colon), colon + len(between.rstrip()))
        first, others = Span(colon, colon), Span(last, end)
    elif indicator:
        first = Span(colon, indicator.end)
        others = Span(min(layout.line_end(indicator.end), end), end)
    else:
        first, others = Span(colon, end), Span(layout.line_end(end), layout.line_end(end))
    below = "".join(layout.newline + line for line in lines[1:])
    return [Splice(first, lines[0]), Splice(others, below)]


def _retext(layout: Layout, node: Scalar, value: str) -> list[Splice]:
    """Replace a scalar with another; a comment after a block text's indicator stays."""
    end, indicator = layout.end(node), layout.indicator(node)
    if indicator is None:
        return [respelled(layout, node, value)]
    body = Span(min(layout.line_end(indicator.end), end), end)
    return [Splice(indicator, written(value)), Splice(body, "")]


def _like(layout: Layout, node: Scalar, value: str, *, flow: bool) -> str:
    """Return a scalar in the quotes of the one it replaces."""
    mark = layout.content[node.span.start : node.span.start + 1]
    if mark == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if mark in ("'", '"'):
        return quoted(value)
    if can_be_plain(value, flow=flow) and not isinstance(value, Quoted):
        return value
    return written(value, flow=flow)


def _is_filled_flow(node: Node) -> bool:
    """Whether the author writes this in brackets: empty brackets do not count."""
    return not isinstance(node, Scalar) and node.flow and any(parts(node))
