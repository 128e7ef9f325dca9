"""The quick way to read a text that has nothing wrong with it, several times faster than the guard.

libyaml composes the tree in one call, and the plain value is taken from it at once. Whatever is
out of the ordinary in any way - and whatever the guard would have to look at closely - is not read
here: the answer is None, and the guarded parse has the word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, plain_scalar
from tas_cli.source.parse import INVISIBLE, MAX_DEPTH
from tas_cli.source.text import Text, decode

_MAX_BYTES = 48 * 1024
"""So small a file cannot hold more values than the guard allows."""
_MAX_BRACKETS = 2000
_MAX_LINE = 4000
"""Composing calls itself for every level; these two bound the levels that a text can have."""
_ORDINARY = bytes({0x09, 0x0A, 0x0D, *range(0x20, 0x7F), *range(0x80, 0x100)})
_ODD = (b"<<", b">>>>>>>")
_ANCHOR_OR_TAG = re.compile(r"(?:\A|[\s\[{,])(?:[&*]\S|!)")


class Quick(NamedTuple):
    """A text, its plain value (as `nodes.plain_value` gives it), and the tree for looking up."""

    text: Text
    value: Any
    root: yaml.Node


class _Composer(CParser):
    """libyaml's composer without the guessing of types, which is not wanted."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


class _OutOfTheOrdinaryError(Exception):
    """The guarded parse has to look at this."""


def read_quickly(data: bytes) -> Quick | None:
    """Return what a file holds, or None where it needs the guarded parse."""
    text = _ordinary_text(data)
    if text is None:
        return None
    try:
        root = _Composer(text.content).get_single_node()
        return None if root is None else Quick(text, _value(root, 1), root)
    except (yaml.YAMLError, _OutOfTheOrdinaryError):
        return None


def _ordinary_text(data: bytes) -> Text | None:
    if len(data) > _MAX_BYTES or data.translate(None, _ORDINARY) or any(o in data for o in _ODD):
        return None
    try:
        text = decode(data)
    except UnicodeDecodeError:
        return None
    content = text.content
    if not content.isascii() and INVISIBLE.search(content):
        return None
    if ("&" in content or "*" in content or "!" in content) and _ANCHOR_OR_TAG.search(content):
        return None
    if content.count("[") + content.count("{") > _MAX_BRACKETS:
        return None
    long = len(content) > _MAX_LINE and max(map(len, content.splitlines())) > _MAX_LINE
    return None if long else text


def _value(node: yaml.Node, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise _OutOfTheOrdinaryError
    if isinstance(node, MappingNode):
        return _mapping(node, depth)
    if isinstance(node, ScalarNode):
        return node.value if node.style else _plain(node.value)
    return [_value(item, depth + 1) for item in node.value]


def _mapping(node: MappingNode, depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, entry in node.value:
        if type(key) is not ScalarNode:
            raise _OutOfTheOrdinaryError
        if type(entry) is ScalarNode:  # most are: one call less for each
            value[key.value] = entry.value if entry.style else _plain(entry.value)
        else:
            value[key.value] = _value(entry, depth + 1)
    if len(value) != len(node.value):
        raise _OutOfTheOrdinaryError
    return value


@lru_cache(maxsize=4096)
def _plain(text: str) -> Any:
    """Return a scalar without quotes; one that is empty or a bare sign is out of the ordinary."""
    if text in ("", "-", "?"):
        raise _OutOfTheOrdinaryError
    return plain_scalar(text)


def along(root: yaml.Node, path: Path) -> Node:
    """Return the tree with nothing in it but what lies on a path: enough to locate it."""
    start, end = root.start_mark, root.end_mark
    span = Span(start.index, end.index)
    if isinstance(root, yaml.ScalarNode):
        return Scalar(root.value, span, plain=not root.style)
    step, rest = (path[0], path[1:]) if path else (None, ())
    if isinstance(root, yaml.MappingNode):
        on_way = [(key, entry) for key, entry in root.value if key.value == step]
        entries = [(_key(key), along(entry, rest)) for key, entry in on_way]
        return Mapping(span, flow=bool(root.flow_style), entries=entries)
    node = Sequence(span, flow=bool(getattr(root, "flow_style", False)))
    if isinstance(step, int) and step < len(root.value):
        node.items = [Scalar("", span)] * step + [along(root.value[step], rest)]
    return node


def _key(key: yaml.ScalarNode) -> Scalar:
    span = Span(key.start_mark.index, key.end_mark.index)
    return Scalar(key.value, span, plain=not key.style)
