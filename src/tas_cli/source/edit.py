"""Editing by splices: only the place that was asked for changes, to the byte.

An edit finds its place in the node tree, replaces or inserts a piece of text there in the file's
own manner, and the result is parsed again: it must hold exactly the intended change, or nothing
comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, locate, plain_value
from tas_cli.source.parse import Document, parse
from tas_cli.source.text import BYTE_ORDER_MARK, Text
from tas_cli.source.values import Value, block, entry_lines, in_flow, item_lines, same, written

_STEP = 2


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
    for edit in edits:
        data = _edited(data, edit)
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
    return encode(document.text, spliced(content, splices)), faults


def spliced(content: str, splices: Iterable[Splice]) -> str:
    """Return the text with pieces replaced; the pieces do not overlap."""
    for span, text in sorted(splices, key=lambda splice: splice.span.start, reverse=True):
        content = content[: span.start] + text + content[span.end :]
    return content


def encode(text: Text, content: str) -> bytes:
    """Return a changed content as bytes, with the byte-order mark that the file began with."""
    return ((BYTE_ORDER_MARK if text.byte_order_mark else "") + content).encode()


def _edited(data: bytes, edit: Edit) -> bytes:
    document = parse(data)
    root = _root(document)
    before = same(plain_value(root))
    splices = _Editor(document.text.content, root).splices(edit)
    result = encode(document.text, spliced(document.text.content, splices))
    again = parse(result)
    if again.root is None or same(plain_value(again.root)) != _expected(before, edit):
        line = document.text.position(locate(root, edit.path).start).line
        raise CannotEdit("the file is written in a way that this edit would disturb", line)
    return result


def _root(document: Document) -> Node:
    stopping = [fault for fault in document.faults if not fault.mended]
    if document.root is None or not isinstance(document.root, Mapping):
        line = document.text.position(stopping[0].span.start).line if stopping else 1
        raise CannotEdit(stopping[0].message if stopping else "the file is no mapping", line)
    return document.root


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
        self.newline = "\r\n" if "\r\n" in content else "\n"
        self.step = _indent_step(root, self) or _STEP

    def splices(self, edit: Edit) -> list[Splice]:
        """Return the splices that make the edit."""
        if isinstance(edit, Append):
            found = self._find(edit.path)
            if isinstance(found, Sequence) and found.items:
                return [self._append(found, edit.item)]
            return self.splices(Put(edit.path, [edit.item], edit.bare_as))
        return self._put(edit)

    def _find(self, path: Path) -> Node | None:
        node: Node | None = self.root
        for step in path:
            node = _value(node, step)
        return node

    def _put(self, edit: Put) -> list[Splice]:
        """Replace what is there, or insert into the deepest mapping that is."""
        node: Node = self.root
        for depth, step in enumerate(edit.path):
            child = _value(node, step)
            rest = edit.path[depth + 1 :]
            if child is None or (rest and _is_empty(child)):
                return [self._insert(node, step, _nested(rest, edit.value))]
            if rest and isinstance(child, Scalar) and edit.bare_as:
                return self._put_beside(child, edit, rest)
            node = child
        return [self._replace(node, edit)]

    def _put_beside(self, node: Scalar, edit: Put, rest: Path) -> list[Splice]:
        """Replace a scalar that stands for a mapping, or wrap it into that mapping."""
        if rest == (edit.bare_as,):
            return [self._replace(node, edit)]
        span = self._scalar_span(node)
        entry = in_flow({str(rest[0]): _nested(rest[1:], edit.value)})[1:-1]
        opening = Splice(Span(span.start, span.start), f"{{{edit.bare_as}: ")
        return [opening, Splice(Span(span.end, span.end), f", {entry}}}")]

    def _replace(self, node: Node, edit: Put) -> Splice:
        if isinstance(node, Scalar) and node.empty:
            parent = self._find(edit.path[:-1])
            return self._insert(parent, edit.path[-1], edit.value)
        if isinstance(node, Scalar) and isinstance(edit.value, str):
            return Splice(self._scalar_span(node), self._like(node, edit.value))
        if isinstance(node, Scalar) or _is_flow(node):
            return Splice(self._scalar_span(node), in_flow(edit.value))
        return self._replace_block(node, edit)

    def _replace_block(self, node: Node, edit: Put) -> Splice:
        """Replace all that stands behind a key."""
        parent = self._find(edit.path[:-1])
        entries = parent.entries if isinstance(parent, Mapping) else []
        key = next((key for key, value in entries if value is node), None)
        colon = re.compile(r"\s*:").match(self.content, key.span.end) if key else None
        if key is None or colon is None:
            raise CannotEdit("a whole item cannot be replaced", None)
        lines = block(edit.value, self._column(key.span.start), self.step)
        return Splice(Span(colon.end(), _node_end(node, self)), self.newline.join(lines))

    def _scalar_span(self, node: Node) -> Span:
        """Return a scalar's span without the line end that a block text's span takes in."""
        text = self.content[node.span.start : node.span.end]
        return Span(node.span.start, node.span.start + len(text.rstrip("\r\n \t")))

    def _like(self, node: Scalar, value: str) -> str:
        """Return a scalar in the quotes of the one that it replaces."""
        if value == "":
            return ""
        mark = self.content[node.span.start : node.span.start + 1]
        simple = value.isprintable() and "\\" not in value
        if type(value) is str and simple and mark == "'":
            return "'" + value.replace("'", "''") + "'"
        if type(value) is str and simple and mark == '"':
            return '"' + value.replace('"', '\\"') + '"'
        return written(value, flow=self._inside_flow(node.span.start))

    def _inside_flow(self, index: int) -> bool:
        return _covered_by_flow(self.root, index)

    def _insert(self, node: Node | None, key: str | int, value: Value) -> Splice:
        if not isinstance(node, Mapping):
            raise CannotEdit(f"there is no mapping for `{key}` to stand in", None)
        existing = next((pair for pair in node.entries if pair[0].text == key), None)
        if existing is not None:
            return self._fill(existing[0], value, flow=_is_flow(node))
        if node.flow or self._inside_flow(node.span.start):
            return self._insert_in_flow(node, str(key), value)
        if not node.entries:
            return self._first_entry(str(key), value)
        indent = self._column(node.entries[0][0].span.start)
        lines = entry_lines({str(key): value}, indent, self.step)
        return self._after_line(_content_end(node.entries[-1], self), lines)

    def _first_entry(self, key: str, value: Value) -> Splice:
        """Write the first entry of a file that has only comments."""
        end = len(self.content)
        lines = entry_lines({key: value}, 0, self.step)
        glue = "" if not self.content or self.content.endswith(("\n", "\r")) else self.newline
        return Splice(Span(end, end), glue + self.newline.join(lines) + self.newline)

    def _insert_in_flow(self, node: Mapping, key: str, value: Value) -> Splice:
        entry = in_flow({key: value})[1:-1]
        if not node.entries:
            at = node.span.start + 1
            return Splice(Span(at, at), entry)
        last_key, last_value = node.entries[-1]
        at = max(last_key.span.end, last_value.span.end)
        return Splice(Span(at, at), f", {entry}")

    def _fill(self, key: Scalar, value: Value, *, flow: bool) -> Splice:
        """Write the value of a key that has none."""
        found = re.compile(r"\s*:").match(self.content, key.span.end)
        if found is None:
            at = key.span.end
            return Splice(Span(at, at), f": {in_flow(value)}")
        at = found.end()
        if flow or self._inside_flow(key.span.start):
            return Splice(Span(at, at), f" {in_flow(value)}")
        first, *rest = block(value, self._column(key.span.start), self.step)
        if not rest:
            return Splice(Span(at, at), first)
        return self._after_line(at, rest)

    def _append(self, node: Sequence, item: Value) -> Splice:
        last = node.items[-1]
        if node.flow or self._inside_flow(node.span.start):
            return Splice(Span(last.span.end, last.span.end), f", {in_flow(item)}")
        dash = self._dash(last)
        indent = self._column(dash)
        gap = self.content[dash + 1 :]
        width = len(gap) - len(gap.lstrip(" "))
        lines = item_lines(item, indent, self.step, gap=width or 1)
        return self._after_line(_node_end(last, self), lines)

    def _dash(self, item: Node) -> int:
        """Return where the dash of a block list's item stands."""
        return self.content.rindex("-", 0, item.span.start + (1 if _is_empty(item) else 0))

    def _after_line(self, index: int, lines: list[str]) -> Splice:
        """Insert lines after the one that holds `index`, its comment included."""
        end = re.compile(r"[^\r\n]*").match(self.content, index).end()  # type: ignore[union-attr]
        return Splice(Span(end, end), self.newline + self.newline.join(lines))

    def _column(self, index: int) -> int:
        start = max(self.content.rfind("\n", 0, index), self.content.rfind("\r", 0, index)) + 1
        return index - start


def _value(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _is_flow(node: Node) -> bool:
    return not isinstance(node, Scalar) and node.flow


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


def _content_end(entry: tuple[Scalar, Node], editor: _Editor) -> int:
    """Return where the last character of an entry stands, its value's or its key's."""
    key, value = entry
    return max(key.span.end, _node_end(value, editor))


def _node_end(node: Node, editor: _Editor) -> int:
    """Return where the last character of a node stands: a block ends where its last part does."""
    if isinstance(node, Mapping) and not node.flow and node.entries:
        return _content_end(node.entries[-1], editor)
    if isinstance(node, Sequence) and not node.flow and node.items:
        return _node_end(node.items[-1], editor)
    text = editor.content[node.span.start : node.span.end]
    return node.span.start + len(text.rstrip())


def _indent_step(root: Node, editor: _Editor) -> int:
    """Return by how much the file indents a mapping inside a mapping; two where it never does."""
    if isinstance(root, Mapping):
        for key, value in root.entries:
            if isinstance(value, Mapping) and value.entries and not value.flow:
                outer = editor._column(key.span.start)  # noqa: SLF001 - of one family
                step = editor._column(value.entries[0][0].span.start) - outer  # noqa: SLF001
                if 0 < step <= 8:
                    return step
            step = _indent_step(value, editor) if isinstance(value, (Mapping, Sequence)) else 0
            if step:
                return step
    if isinstance(root, Sequence):
        return next((step for item in root.items if (step := _indent_step(item, editor))), 0)
    return 0
