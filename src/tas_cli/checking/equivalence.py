"""The proof of a fix: the result reads as the document that it was meant to become."""

from __future__ import annotations

from typing import Any, NamedTuple

from tas_cli.source.nodes import Mapping, Node, Scalar
from tas_cli.source.parse import Document, parse


class Fix(NamedTuple):
    """Something that was fixed: the check that found it, the line, and what was done."""

    code: str
    line: int
    done: str


class Fixed(NamedTuple):
    """A file's content after fixing, and what was fixed in it."""

    data: bytes
    fixes: tuple[Fix, ...] = ()


def reads_as(document: Document, data: bytes) -> bool:
    """Whether bytes read as a document does now, after whatever was done to its tree.

    Keys and values count, in their order, duplicates included; positions and quotes do not. What
    was wrong and cannot be fixed must still be wrong.
    """
    again = parse(data)
    if document.root is None or again.root is None:
        return False
    return _wrong(document) == _wrong(again) and _shape(document.root) == _shape(again.root)


def _wrong(document: Document) -> list[tuple[str, str]]:
    return [(fault.code, fault.message) for fault in document.faults if not fault.fixed]


def _shape(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {"": [(key.text, _shape(value)) for key, value in node.entries]}
    return [_shape(item) for item in node.items]
