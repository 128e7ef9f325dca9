"""Replaces pieces of a text, and encodes the result."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tas_cli.source.nodes import Span
from tas_cli.source.text import BYTE_ORDER_MARK, Text


class Splice(NamedTuple):
    """Replace a piece of the text."""

    span: Span
    text: str


def inserted(at: int, text: str) -> Splice:
    """Return the splice that only adds."""
    return Splice(Span(at, at), text)


def spliced(content: str, splices: Iterable[Splice]) -> str:
    """Return the text with pieces replaced; they must not overlap."""
    for span, text in sorted(splices, key=lambda splice: splice.span, reverse=True):
        content = content[: span.start] + text + content[span.end :]
    return content


def encode(text: Text, content: str) -> bytes:
    """Return changed content as bytes, with the file's byte-order mark."""
    return ((BYTE_ORDER_MARK if text.byte_order_mark else "") + content).encode()
