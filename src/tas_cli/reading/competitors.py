"""A competitor's id without a value still declares the competitor."""

from __future__ import annotations

from tas_cli.source.nodes import Mapping, Node, Scalar


def declare_bare_competitors(root: Node) -> None:
    """Give every competitor without a value an empty mapping.

    Everywhere else a key without a value counts as absent; here the key alone has a meaning.
    """
    if not isinstance(root, Mapping):
        return
    for key, value in root.entries:
        if key.text == "competitors" and isinstance(value, Mapping):
            value.entries = [
                (name, Mapping(entry.span, flow=True) if _nothing(entry) else entry)
                for name, entry in value.entries
            ]


def _nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty
