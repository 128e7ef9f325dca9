"""Editing by splices: only the place that was asked for changes, to the byte.

An edit finds its place in the node tree, replaces or inserts a piece of text there in the file's
own manner, and the result is parsed again: it must hold exactly the intended change, or nothing
comes of it.

A scalar keeps the quotes of the one that it replaces, and stays plain where that one was plain and
YAML allows it. So the reverse edit gives the old bytes back, but for what only an author would
write: a text over several lines comes back on one, a plain text that was a bare sign or for a time
another that needs quotes comes back with quotes, and so does what was spelt with escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, locate, plain_value
from tas_cli.source.parse import Document, parse
from tas_cli.source.scalars import can_be_plain, quoted
from tas_cli.source.text import BYTE_ORDER_MARK, Text
from tas_cli.source.values import (
    Manner,
    Plain,
    Quoted,
    Value,
    block,
    entry_lines,
    in_flow,
    item_lines,
    same,
    written,
)

_LINE_END = re.compile(r"\r\n|\n|\r")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_COLON = re.compile(r"\s*:")
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*")


class Put(NamedTuple):
    """Let the place at `path` hold `value`; what leads there is made where it is missing.

    An empty text takes the value away and leaves the key. Where a scalar may stand for a mapping
    that has it under one key (a bare sign for a cell with its rating), `bare_as` is that key.
    """

    path: Path
    value: Value
    bare_as: str = ""


class Append(NamedTuple):
    """Let the list at `path` end with `item`; the list is made where it is missing."""

    path: Path
    item: Value
    bare_as: str = ""


Edit = Put | Append


class Splice(NamedTuple):
    """Replace a piece of the text."""

    span: Span
    text: str


class CannotEdit(Exception):  # noqa: N818 - the caller turns it into a sentence
    """An edit that would not be exactly what was asked for; nothing was changed.

    `line` is where the file stands in the way, None where that is not one place.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the file's bytes with the edits made, one after the other.

    Raises:
        CannotEdit: the file cannot be parsed, or a result would not be what was asked for.
    """
    document = None
    for edit in edits:
        document = document or parse(data)
        changed = _edited(document, edit)
        if changed is not None:
            data, document = changed
    return data


def mended(data: bytes) -> tuple[bytes, list[Fault]]:
    """Return the bytes with bare rating signs put in quotes, and the faults that are gone."""
    document = parse(data)
    faults = [fault for fault in document.faults if fault.mended]
    if document.root is None or not faults:
        return data, []
    content = document.text.content
    splices = []
    for fault in faults:
        sign = content[fault.span.start : fault.span.end]
        splices.append(Splice(fault.span, f'"{sign}"'))
    rest, more = mended(encode(document.text, spliced(content, splices)))
    return rest, faults + more  # more than the parser counts at a time


def spliced(content: str, splices: Iterable[Splice]) -> str:
    """Return the text with pieces replaced; the pieces do not overlap."""
    for span, text in sorted(splices, key=lambda splice: splice.span, reverse=True):
        content = content[: span.start] + text + content[span.end :]
    return content


def encode(text: Text, content: str) -> bytes:
    """Return a changed content as bytes, with the byte-order mark that the file began with."""
    return ((BYTE_ORDER_MARK if text.byte_order_mark else "") + content).encode()


def _edited(document: Document, edit: Edit) -> tuple[bytes, Document] | None:
    """Return the changed bytes and what they are read as; None where nothing is to be done."""
    root = _root(document)
    before = same(plain_value(root))
    if isinstance(edit, Put) and edit.value == "" and _at(before, edit.path) is None:
        return None
    content = document.text.content
    try:
        splices = _Editor(content, root).splices(edit)
    except CannotEdit as error:
        raise CannotEdit(str(error), _line(document, root, edit)) from None
    result = encode(document.text, spliced(content, splices))
    again = parse(result)
    if again.root is None or same(plain_value(again.root)) != _expected(before, edit):
        message = "the file is written in a way that this edit would disturb"
        if not content.endswith(("\n", "\r")):
            message = "the file's last line has no end, and more cannot be written behind it"
        raise CannotEdit(message, _line(document, root, edit))
    return result, again


def _line(document: Document, root: Node, edit: Edit) -> int:
    return document.text.position(locate(root, edit.path).start).line


def _root(document: Document) -> Node:
    stopping = [fault for fault in document.faults if not fault.mended]
    if document.root is None or not isinstance(document.root, Mapping):
        line = document.text.position(stopping[0].span.start).line if stopping else 1
        raise CannotEdit(stopping[0].message if stopping else "the file is no mapping", line)
    return document.root


def _at(place: Any, path: Path) -> Any:
    """Return what stands at a path of a plain value, None where nothing does."""
    for step in path:
        try:
            place = place[step]
        except (LookupError, TypeError):
            return None
    return place


def _expected(before: Any, edit: Edit) -> Any:
    """Return the file's whole value after an edit, worked out without any text."""
    after = deepcopy(before)
    place: Any = after
    *way, last = edit.path
    for depth, step in enumerate(way):
        if isinstance(place, list):
            place = place[int(step)]
            continue
        inner = place.setdefault(step, {})
        if isinstance(inner, str) and edit.bare_as:
            if edit.path[depth + 1 :] == (edit.bare_as,):
                last = step
                break
            inner = place[step] = {edit.bare_as: inner}
        place = inner
    if isinstance(edit, Append):
        place.setdefault(last, []).append(same(edit.item))
    elif edit.value == "" and isinstance(place, dict):
        place.pop(last, None)
    else:
        place[last] = same(edit.value)
    return after


class _Editor:
    """Finds the splices for an edit in one text."""

    def __init__(self, content: str, root: Node) -> None:
        self.content = content
        self.root = root
        found = _LINE_END.search(content)
        self.newline = found[0] if found else "\n"
        self.manner = self._manner()

    def splices(self, edit: Edit) -> list[Splice]:
        """Return the splices that make the edit."""
        if isinstance(edit, Put):
            return self._put(edit)
        found: Node | None = self.root
        for step in edit.path:
            found = _child(found, step)[1]
        if isinstance(found, Sequence) and found.items:
            return [self._append(found, edit.item)]
        if isinstance(found, Sequence) and "#" in self.content[found.span.start : found.span.end]:
            at = found.span.start + 1
            return [Splice(Span(at, at), in_flow(edit.item))]
        if not (found is None or _is_empty(found) or isinstance(found, Sequence)):
            raise CannotEdit(f"what stands at `{edit.path[-1]}` is no list")
        return self._put(Put(edit.path, [edit.item], edit.bare_as))

    def _put(self, edit: Put) -> list[Splice]:
        """Replace what is there, or insert into the deepest mapping that is."""
        key, node = None, self.root
        for depth, step in enumerate(edit.path):
            name, child = _child(node, step)
            rest = edit.path[depth + 1 :]
            if child is None or (_is_empty(child) and (rest or name)):
                value = _nested(rest, edit.value)
                return self._fill(name, value) if name else self._insert(node, step, value)
            if rest and isinstance(child, Scalar) and edit.bare_as:
                return self._put_beside(name, child, edit, rest)
            key, node = name, child
        return self._replace(key, node, edit.value)

    def _put_beside(self, key: Scalar | None, node: Scalar, edit: Put, rest: Path) -> list[Splice]:
        """Replace a scalar that stands for a mapping, or put it into that mapping as it stands."""
        if rest == (edit.bare_as,):
            return self._replace(key, node, edit.value)
        raw = self.content[node.span.start : self._end(node)]
        sign = Plain(quoted(node.text) if _LINE_END.search(raw) else raw)
        added = {str(rest[0]): _nested(rest[1:], edit.value)}
        return self._replace(key, node, {edit.bare_as: sign, **added})

    def _replace(self, key: Scalar | None, node: Node, value: Value) -> list[Splice]:
        """Replace a value that is there; what is written about it beside it stays."""
        span = Span(node.span.start, self._end(node))
        within = self._inside_flow(node.span.start)
        if value == "":
            if key is None:
                raise CannotEdit("an item of a list cannot be taken away")
            return [Splice(span, "")] if within else self._behind(key, node, [""])
        if isinstance(node, Scalar) and isinstance(value, str):
            return self._retext(node, value, flow=within)
        if within or _is_filled_flow(node) or (key is None and isinstance(node, Scalar)):
            return [Splice(span, in_flow(value))]
        if key is None:
            raise CannotEdit("an item of a list cannot be replaced as a whole")
        return self._behind(key, node, block(value, self._column(key.span.start), self.manner))

    def _retext(self, node: Scalar, value: str, *, flow: bool) -> list[Splice]:
        """Replace a scalar by another; of a block text, a comment beside its indicator stays."""
        end = self._end(node)
        indicator = self._indicator(node)
        if indicator is None:
            return [Splice(Span(node.span.start, end), self._like(node, value, flow=flow))]
        body = Span(min(self._line_end(indicator.end), end), end)
        return [Splice(indicator, written(value)), Splice(body, "")]

    def _like(self, node: Scalar, value: str, *, flow: bool) -> str:
        """Return a scalar in the quotes of the one that it replaces."""
        mark = self.content[node.span.start : node.span.start + 1]
        if mark == "'" and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        if mark in ("'", '"'):
            return quoted(value)
        if can_be_plain(value, flow=flow) and not isinstance(value, Quoted):
            return value
        return written(value, flow=flow)

    def _behind(self, key: Scalar, node: Node, lines: list[str]) -> list[Splice]:
        """Put lines in the place of a block value: the first behind the colon, the others below.

        Comments between the colon and the value stay, and so does one at the end of its line.
        """
        colon = self._colon(key)
        end = max(colon, self._end(node))
        indicator = self._indicator(node)
        between = self.content[colon : node.span.start]
        if "#" in between:
            first, others = Span(colon, colon), Span(colon + len(between.rstrip()), end)
        elif indicator:
            first = Span(colon, indicator.end)
            others = Span(min(self._line_end(indicator.end), end), end)
        else:
            first, others = Span(colon, end), Span(self._line_end(end), self._line_end(end))
        below = "".join(self.newline + line for line in lines[1:])
        return [Splice(first, lines[0]), Splice(others, below)]

    def _fill(self, key: Scalar, value: Value) -> list[Splice]:
        """Write the value of a key that has none."""
        if not self._inside_flow(key.span.start):
            empty = Scalar("", Span(self._colon(key), self._colon(key)))
            lines = block(value, self._column(key.span.start), self.manner)
            return self._behind(key, empty, lines)
        found = _COLON.match(self.content, key.span.end)
        at = found.end() if found else key.span.end
        if found and re.compile(r" [,\]}\s]").match(self.content, at):
            return [Splice(Span(at + 1, at + 1), in_flow(value))]
        return [Splice(Span(at, at), (" " if found else ": ") + in_flow(value))]

    def _insert(self, node: Node, step: str | int, value: Value) -> list[Splice]:
        """Write a new entry at the end of a mapping."""
        if not isinstance(node, Mapping):
            raise CannotEdit(f"there is no mapping for `{step}` to stand in")
        entry = {str(step): value}
        if node.flow:
            return [self._insert_in_flow(node, entry)]
        if not node.entries:
            return [self._first_entry(entry)]
        lines = entry_lines(entry, self._column(node.entries[0][0].span.start), self.manner)
        return [self._after_line(self._end(node), lines)]

    def _insert_in_flow(self, node: Mapping, entry: dict[str, Value]) -> Splice:
        text = in_flow(entry)[1:-1]
        if not node.entries:
            at = node.span.start + 1
            return Splice(Span(at, at), text)
        last_key, last_value = node.entries[-1]
        at = max(last_key.span.end, last_value.span.end)
        return Splice(Span(at, at), f", {text}")

    def _first_entry(self, entry: dict[str, Value]) -> Splice:
        """Write the first entry of a file that has only comments."""
        end = len(self.content)
        lines = entry_lines(entry, 0, self.manner)
        glue = "" if not self.content or self.content.endswith(("\n", "\r")) else self.newline
        return Splice(Span(end, end), glue + self.newline.join(lines) + self.newline)

    def _append(self, node: Sequence, item: Value) -> Splice:
        last = node.items[-1]
        if node.flow:
            return Splice(Span(last.span.end, last.span.end), f", {in_flow(item)}")
        dash = node.span.start
        gap = len(self.content[dash + 1 : dash + 9]) - len(
            self.content[dash + 1 : dash + 9].lstrip(" ")
        )
        lines = item_lines(item, self._column(dash), self.manner, gap=gap or 1)
        return self._after_line(self._end(node), lines)

    def _after_line(self, index: int, lines: list[str]) -> Splice:
        """Insert lines after the one that holds `index`, its comment included."""
        end = self._line_end(index)
        return Splice(Span(end, end), "".join(self.newline + line for line in lines))

    def _end(self, node: Node) -> int:
        """Return where a node's last character ends: a block's where that of its last part does."""
        if isinstance(node, Mapping) and not node.flow and node.entries:
            key, value = node.entries[-1]
            return max(key.span.end, self._end(value))
        if isinstance(node, Sequence) and not node.flow and node.items:
            return max(node.span.start + 1, self._end(node.items[-1]))
        text = self.content[node.span.start : node.span.end]
        indicator = self._indicator(node)
        if indicator is None:
            return node.span.start + len(text.rstrip())
        if "+" in self.content[indicator.start : indicator.end]:
            return node.span.start + len(re.sub(r"(\r\n|\n|\r)\Z", "", text))
        return node.span.start + len(text.rstrip("\r\n"))

    def _indicator(self, node: Node) -> Span | None:
        """Return where a block text's `|` or `>` stands, with what belongs to it."""
        if not isinstance(node, Scalar) or node.plain:
            return None
        found = _BLOCK_TEXT.match(self.content, node.span.start)
        return Span(*found.span()) if found else None

    def _colon(self, key: Scalar) -> int:
        """Return where the colon behind a key ends."""
        found = _COLON.match(self.content, key.span.end)
        if found is None:
            raise CannotEdit(f"there is no colon behind `{key.text}`")
        return found.end()

    def _line_end(self, index: int) -> int:
        found = _REST_OF_LINE.match(self.content, index)
        return found.end() if found else index

    def _column(self, index: int) -> int:
        start = max(self.content.rfind("\n", 0, index), self.content.rfind("\r", 0, index)) + 1
        return index - start

    def _inside_flow(self, index: int) -> bool:
        return _covered_by_flow(self.root, index)

    def _manner(self) -> Manner:
        """Return how the file is indented, judged by its first mapping and list below a key."""
        step = dash = None
        for key, value in _block_entries(self.root):
            further = self._column(value.span.start) - self._column(key.span.start)
            if isinstance(value, Mapping) and step is None and 0 < further <= 8:
                step = further
            elif isinstance(value, Sequence) and dash is None and 0 <= further <= 8:
                dash = further
            if step is not None and dash is not None:
                break
        usual = Manner().step if step is None else step
        return Manner(usual, usual if dash is None else dash)


def _child(node: Node | None, step: str | int) -> tuple[Scalar | None, Node | None]:
    """Return the key (in a mapping) and the value that a step leads to."""
    if isinstance(node, Mapping):
        return next((entry for entry in node.entries if entry[0].text == step), (None, None))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    return None, None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _is_filled_flow(node: Node) -> bool:
    """Whether the author writes this in brackets: empty ones say nothing about that."""
    if isinstance(node, Scalar):
        return False
    return node.flow and bool(node.items if isinstance(node, Sequence) else node.entries)


def _nested(path: Path, value: Value) -> Value:
    """Return a value wrapped into the mappings that lead to it."""
    for step in reversed(path):
        value = {str(step): value}
    return value


def _covered_by_flow(node: Node, index: int) -> bool:
    """Whether a character stands inside brackets or braces."""
    if isinstance(node, Scalar):
        return False
    if node.flow and node.span.start < index < node.span.end:
        return True
    parts = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return any(
        _covered_by_flow(part, index) for part in parts if part.span.start <= index < part.span.end
    )


def _block_entries(node: Node) -> Iterator[tuple[Scalar, Node]]:
    """Yield the keys of a block with the blocks behind them, in the order of the text."""
    if isinstance(node, Scalar) or node.flow:
        return
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _block_entries(item)
        return
    for key, value in node.entries:
        if not isinstance(value, Scalar) and not value.flow:
            yield key, value
        yield from _block_entries(value)
