"""Reads a text with libyaml's composer: the tree in one call, and the plain value from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, plain_scalar
from tas_cli.source.parse import MAX_DEPTH


class UnusualError(Exception):
    """The text needs the guarded parse."""


class _Composer(CParser):
    """libyaml's composer without type guessing."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def read_composed(content: str) -> tuple[Any, Callable[[Path], Node]] | None:
    """Return a text's plain value and a function for its tree, or None if the text is unusual."""
    try:
        root = composed(content)
        return value_of(root), partial(along, root)
    except (yaml.YAMLError, UnusualError):
        return None


def composed(content: str) -> yaml.Node:
    """Return a text's tree as libyaml composes it.

    Raises:
        UnusualError: the text is empty.
        yaml.YAMLError: it is not YAML.
    """
    root: yaml.Node | None = _Composer(content).get_single_node()
    if root is None:
        raise UnusualError
    return root


def value_of(node: yaml.Node, depth: int = 1) -> Any:
    """Return the plain value of a tree.

    Raises:
        UnusualError: something in it is unusual.
    """
    if depth > MAX_DEPTH:
        raise UnusualError
    if isinstance(node, MappingNode):
        return _mapping(node, depth)
    if isinstance(node, ScalarNode):
        return node.value if node.style else _plain(node.value)
    return [value_of(item, depth + 1) for item in node.value]


def _mapping(node: MappingNode, depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, entry in node.value:
        if type(key) is not ScalarNode:
            raise UnusualError
        if type(entry) is ScalarNode:  # most are, and this saves a call each
            value[key.value] = entry.value if entry.style else _plain(entry.value)
        else:
            value[key.value] = value_of(entry, depth + 1)
    if len(value) != len(node.value):
        raise UnusualError
    return value


@lru_cache(maxsize=256)
def _plain(text: str) -> Any:
    """Return an unquoted scalar; an empty one or a bare sign is unusual."""
    if text in ("", "-", "?"):
        raise UnusualError
    return plain_scalar(text)


def along(root: yaml.Node, path: Path, shift: int = 0) -> Node:
    """Return only the part of the tree on a path: enough to locate it.

    `shift` is where the composed text begins in the whole text.
    """
    span = _span(root, shift)
    if isinstance(root, yaml.ScalarNode):
        return Scalar(root.value, span, plain=not root.style)
    step, rest = (path[0], path[1:]) if path else (None, ())
    if isinstance(root, yaml.MappingNode):
        on_way = [(key, entry) for key, entry in root.value if key.value == step]
        entries = [(_key(key, shift), along(entry, rest, shift)) for key, entry in on_way]
        return Mapping(span, flow=bool(root.flow_style), entries=entries)
    node = Sequence(span, flow=bool(getattr(root, "flow_style", False)))
    if isinstance(step, int) and step < len(root.value):
        node.items = [Scalar("", span)] * step + [along(root.value[step], rest, shift)]
    return node


def _key(key: yaml.ScalarNode, shift: int) -> Scalar:
    return Scalar(key.value, _span(key, shift), plain=not key.style)


def _span(node: yaml.Node, shift: int) -> Span:
    return Span(node.start_mark.index + shift, node.end_mark.index + shift)
