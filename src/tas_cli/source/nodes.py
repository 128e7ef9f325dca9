"""The tree of a document: every node knows its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path

# What YAML 1.2 (core schema) would take for a null, a boolean or a number.
_NOT_TEXT = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


class Span(NamedTuple):
    """A piece of the text: indexes in code points, the end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bare:
    """An unquoted scalar that YAML reads as a number, a boolean or a null.

    It keeps the characters the author wrote and is not a `str`, so a text field refuses it and a
    number field converts it exactly.
    """

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(slots=True)
class Scalar:
    """A value without parts; `plain` if it has neither quotes nor a block indicator."""

    text: str
    span: Span
    plain: bool = True

    @property
    def empty(self) -> bool:
        """Whether the value is empty, which means the same as leaving out the key."""
        return self.plain and not self.text


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the text, duplicates included."""

    span: Span
    flow: bool = False
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)


@dataclass(slots=True)
class Sequence:
    """Items in the order of the text."""

    span: Span
    flow: bool = False
    items: list[Node] = field(default_factory=list)


Node = Scalar | Mapping | Sequence


@lru_cache(maxsize=256)
def plain_scalar(text: str) -> str | Bare:
    """Return the value of an unquoted scalar; cached, as files repeat the same few."""
    return Bare(text) if _NOT_TEXT.fullmatch(text) else text


def plain_value(node: Node) -> Any:
    """Return the node as dicts, lists, `str` and `Bare`; keys without a value are left out."""
    if isinstance(node, Scalar):
        return plain_scalar(node.text) if node.plain else node.text
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {
        key.text: plain_value(value)
        for key, value in node.entries
        if not (isinstance(value, Scalar) and value.empty)
    }


def parts(node: Node) -> Iterator[tuple[str | int, Scalar | None, Node]]:
    """Yield the parts of a node: the step to it, its key if in a mapping, its value."""
    if isinstance(node, Mapping):
        return ((key.text, key, value) for key, value in node.entries)
    if isinstance(node, Sequence):
        return ((index, None, item) for index, item in enumerate(node.items))
    return iter(())


def below(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar | None, Node]]:
    """Yield everything below a node in the order of the text: path, key, value."""
    for step, key, part in parts(node):
        yield (*path, step), key, part
        yield from below(part, (*path, step))


def child(
    node: Node | None, step: str | int, *, last: bool = False
) -> tuple[Scalar | None, Node | None]:
    """Return the key (in a mapping) and the value a step leads to, None for what is missing.

    If a key is given twice, return the first one, or with `last` the last.
    """
    if isinstance(node, Mapping):
        found = [entry for entry in node.entries if entry[0].text == step]
        return found[-1 if last else 0] if found else (None, None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    return None, None


def locate(root: Node, path: Path, *, key: bool = False) -> Span:
    """Return the place of `path`: its value, or with `key` its key.

    If the path does not exist, return the deepest place on it that does: a scalar, or the key of
    the mapping that lacks something.
    """
    node: Node = root
    name: Scalar | None = None
    for step in path:
        key_there, found = child(node, step, last=True)
        if found is None:
            break
        name, node = key_there, found
    if (key or (isinstance(node, Scalar) and node.empty)) and name:
        return name.span
    return _short_span(node, name)


def path_at(root: Node, index: int) -> Path:
    """Return the path of the deepest place whose key or value covers a character of the text."""
    for step, key, value in parts(root):
        for part in (key, value):
            if part and part.span.start <= index < part.span.end:
                return (step, *path_at(part, index))
    return ()


def _short_span(node: Node, name: Scalar | None) -> Span:
    """Return a span fit for people: a block's key rather than all of its lines."""
    if isinstance(node, Scalar) or node.flow:
        return node.span
    return name.span if name else Span(node.span.start, node.span.start + 1)
