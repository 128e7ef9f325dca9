"""The layout of a text: its lines and columns, and where each node really starts and ends."""

from __future__ import annotations

import re
from functools import cached_property

from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, below, parts
from tas_cli.source.splicing.operations import CannotEdit
from tas_cli.source.values import Manner

_LINE_END = re.compile(r"\r\n|\n|\r")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_COLON = re.compile(r"\s*:")
_WIDEST = 8
"""The widest indentation that is still taken as the style of the file."""
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*")


class Layout:
    """A text and the tree read from it."""

    def __init__(self, content: str, root: Node) -> None:
        self.content = content
        self.root = root

    @cached_property
    def newline(self) -> str:
        """How the file ends its lines, judging by the first."""
        found = _LINE_END.search(self.content)
        return found[0] if found else "\n"

    @cached_property
    def manner(self) -> Manner:
        """How the file is indented, judging by its first mapping and list below a key."""
        step = self._further_in(Mapping, 1, Manner().step)
        return Manner(step, self._further_in(Sequence, 0, step))

    def _further_in(self, kind: type[Mapping | Sequence], least: int, usual: int) -> int:
        """Return how far the first block of a kind is indented from its key."""
        found = (
            self.column(value.span.start) - self.column(key.span.start)
            for _, key, value in below(self.root)
            if key and isinstance(value, kind) and not value.flow
        )
        return next((columns for columns in found if least <= columns <= _WIDEST), usual)

    def end(self, node: Node) -> int:
        """Return where a node's last character ends; for a block, that of its last part."""
        if isinstance(node, Mapping) and not node.flow and node.entries:
            key, value = node.entries[-1]
            return max(key.span.end, self.end(value))
        if isinstance(node, Sequence) and not node.flow and node.items:
            return max(node.span.start + 1, self.end(node.items[-1]))
        text = self.content[node.span.start : node.span.end]
        indicator = self.indicator(node)
        if indicator is None:
            return node.span.start + len(text.rstrip())
        if "+" in self.content[indicator.start : indicator.end]:
            return node.span.start + len(re.sub(r"(\r\n|\n|\r)\Z", "", text))
        return node.span.start + len(text.rstrip("\r\n"))

    def entry_end(self, key: Scalar, value: Node) -> int:
        """Return where an entry ends; a colon without a value includes the space it may need."""
        if not (isinstance(value, Scalar) and value.empty):
            return max(key.span.end, self.end(value))
        colon = self.after_colon(key)
        if colon is not None and self.content.startswith(" ", colon):
            return colon + 1
        return max(key.span.end, value.span.end)

    def indicator(self, node: Node) -> Span | None:
        """Return the place of a block text's `|` or `>` and its modifiers."""
        if not isinstance(node, Scalar) or node.plain:
            return None
        found = _BLOCK_TEXT.match(self.content, node.span.start)
        return Span(*found.span()) if found else None

    def after_colon(self, key: Scalar) -> int | None:
        """Return where the colon after a key ends; inside brackets there may be none: None."""
        found = _COLON.match(self.content, key.span.end)
        return found.end() if found else None

    def colon(self, key: Scalar) -> int:
        """Return where the colon after the key of a block ends."""
        end = self.after_colon(key)
        if end is None:
            raise CannotEdit(f"there is no colon after `{key.text}`")
        return end

    def line_start(self, index: int) -> int:
        """Return where the line of a character begins."""
        return max(self.content.rfind("\n", 0, index), self.content.rfind("\r", 0, index)) + 1

    def line_end(self, index: int) -> int:
        """Return where the line of a character ends, before its line end."""
        found = _REST_OF_LINE.match(self.content, index)
        return found.end() if found else index

    def column(self, index: int) -> int:
        """Return how far a character is from the start of its line."""
        return index - self.line_start(index)

    def in_brackets(self, index: int) -> bool:
        """Whether a character is inside brackets or braces."""
        return _covered_by_flow(self.root, index)


def _covered_by_flow(node: Node, index: int) -> bool:
    if isinstance(node, Scalar):
        return False
    if node.flow and node.span.start < index < node.span.end:
        return True
    return any(
        _covered_by_flow(part, index)
        for _, _, part in parts(node)
        if part.span.start <= index < part.span.end
    )
