"""Removes a value with its key, or moves it: whole lines, or from brackets with its comma.

Comments on the removed lines go with them; those on lines of their own before and after stay.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, child, parts
from tas_cli.source.splicing.layout import Layout
from tas_cli.source.splicing.operations import CannotEdit
from tas_cli.source.splicing.splice import Splice, inserted

_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")
_REST_OF_ITS_LINE = re.compile(r"[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")


def removed_with(root: Node, path: Path) -> Path:
    """Return the place to remove with one: the outermost that would become empty."""
    nodes = [root]
    for step in path[:-1]:
        nodes.append(child(nodes[-1], step)[1] or root)
    while len(path) > 1 and len(_steps(nodes[len(path) - 1])) == 1:
        path = path[:-1]
    return path


def removed(layout: Layout, parent: Node, step: str | int) -> list[Splice]:
    """Return the splices that remove an entry or item: one of several, or a file's only one."""
    pieces, number = _pieces(layout, parent), _steps(parent).index(step)
    if not isinstance(parent, Scalar) and parent.flow:
        return _out_of_brackets(layout, pieces, number)
    following = pieces[number + 1].start if number + 1 < len(pieces) else None
    return [_lines(layout, pieces[number], following)]


def moved_first(layout: Layout, parent: Node, step: str | int) -> list[Splice]:
    """Return the splices that move an entry to the beginning of its mapping."""
    pieces, number = _pieces(layout, parent), _steps(parent).index(step)
    first, piece, content = pieces[0].start, pieces[number], layout.content
    if isinstance(parent, Mapping) and parent.flow:
        text = f"{content[piece.start : piece.end]}, "
        return [inserted(first, text), *removed(layout, parent, step)]
    lines = content[layout.line_start(piece.start) : layout.line_end(piece.end)]
    start = layout.line_start(first)
    if content[start:first].strip():
        raise CannotEdit("the first entry does not have its lines to itself")
    return [inserted(start, lines + layout.newline), *removed(layout, parent, step)]


def left_bare(layout: Layout, node: Node, goes: str | int, scalar: str) -> Scalar | None:
    """Return the value at `scalar` if nothing else is left in the mapping, not even a comment."""
    steps, left = _steps(node), child(node, scalar)[1]
    if len(steps) != 2 or goes not in steps or not isinstance(left, Scalar):
        return None
    piece, content = _pieces(layout, node)[steps.index(goes)], layout.content
    end = piece.end if layout.in_brackets(piece.start) else layout.line_end(piece.end)
    around = content[node.span.start : piece.start] + content[end : layout.end(node)]
    return None if "#" in around else left


def _lines(layout: Layout, piece: Span, following: int | None) -> Splice:
    """Remove whole lines; the next key moves up after the dash of an item."""
    first, end = layout.line_start(piece.start), layout.line_end(piece.end)
    before = layout.content[first : piece.start].rstrip()
    if not before:
        return _whole_lines(layout, first, end)
    if following and layout.content[end:following].isspace():
        return Splice(Span(piece.start, following), "")
    return Splice(Span(first + len(before), end), "")


def _whole_lines(layout: Layout, first: int, end: int) -> Splice:
    """Remove lines with the line end before them; a file's first lines with the one after."""
    content = layout.content
    if first:
        return Splice(Span(first - (2 if content[:first].endswith("\r\n") else 1), end), "")
    return Splice(Span(0, end + (2 if content.startswith("\r\n", end) else 1)), "")


def _out_of_brackets(layout: Layout, pieces: list[Span], number: int) -> list[Splice]:
    """Remove an entry with one comma, and with its lines if these contain nothing else."""
    piece, last = pieces[number], number == len(pieces) - 1
    behind = _comma(layout, piece.end)
    ahead = _comma(layout, pieces[number - 1].end) if number else None
    lines = _own_lines(layout, piece)
    if lines and not (behind and behind.end > lines.span.end):
        return [lines, *_cut(None if behind else ahead)]
    following = pieces[number + 1].start if not last else behind.end if behind else piece.end
    if number and (last or "\n" in layout.content[piece.end : following]):
        whole, comma = Span(pieces[number - 1].end, piece.end), ahead
    else:
        whole, comma = Span(piece.start, following), behind
    beside = layout.content[whole.start : piece.start] + layout.content[piece.end : whole.end]
    return _cut(piece, comma) if "#" in beside else _cut(whole)


def _own_lines(layout: Layout, piece: Span) -> Splice | None:
    """Return the splice that removes an entry's lines, None if they contain something else."""
    first = layout.line_start(piece.start)
    rest = _REST_OF_ITS_LINE.match(layout.content, piece.end)
    if rest is None or layout.content[first : piece.start].strip():
        return None
    return _whole_lines(layout, first, rest.end())


def _cut(*spans: Span | None) -> list[Splice]:
    return [Splice(span, "") for span in spans if span]


def _comma(layout: Layout, index: int) -> Span | None:
    """Return the comma after an entry, past comments."""
    found = _COMMA.match(layout.content, index)
    return Span(found.end() - 1, found.end()) if found else None


def _pieces(layout: Layout, node: Node) -> list[Span]:
    """Return the span of each entry, including keys and dashes."""
    if isinstance(node, Mapping):
        return [Span(key.span.start, layout.entry_end(key, value)) for key, value in node.entries]
    if isinstance(node, Scalar):
        return []
    items = node.items
    starts = [item.span.start for item in items]
    if not node.flow:
        starts = _dashes(layout, node, starts)
    ends = [max(start + 1, layout.end(item)) for start, item in zip(starts, items, strict=True)]
    return [Span(*piece) for piece in zip(starts, ends, strict=True)]


def _steps(node: Node) -> list[str | int]:
    return [step for step, _, _ in parts(node)]


def _dashes(layout: Layout, node: Sequence, items: list[int]) -> list[int]:
    """Return the places of a list's dashes: all in the column of the first."""
    column = layout.column(node.span.start)
    dash = re.compile(rf"(?<=[\r\n]) {{{column}}}(?=-(?:\s|\Z))")
    found = [node.span.start]
    for before, item in pairwise(items):
        last = [each.end() for each in dash.finditer(layout.content, before, item + 1)]
        if not last:
            raise CannotEdit("tas cannot tell where each item of this list starts")
        found.append(last[-1])
    return found
