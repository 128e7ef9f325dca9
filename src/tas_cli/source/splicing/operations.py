"""The edits that a file can be asked for, and how they are refused.

A value is written as it is spelled: see `values.Value`. Callers that know the file's model pass
values of its types, and `writing` spells them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tas_cli.diagnostics import Path


class Put(NamedTuple):
    """Set the place at `path` to `value`; missing mappings on the way are created.

    An empty text removes the place, with its key or dash, and everything on the way that becomes
    empty. If a scalar can be short for a mapping with one key (a bare sign for a cell with a
    rating), `bare_as` is that key; a mapping left with only that key becomes the scalar again. With
    `spread`, a mapping put here, and those created on the way, are written over several lines even
    if they are short, because they will grow. `called` is what people call the place, if that is
    not its path.
    `orders` has the order of the keys for each mapping on the way: a new key goes to its place
    among those that are there, and to the end if the order does not name it.
    """

    path: Path
    value: Any
    bare_as: str = ""
    spread: bool = False
    called: str = ""
    orders: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """What messages call the place."""
        return self.called or ".".join(map(str, self.path))


class Insert(NamedTuple):
    """Add `item` to the list at `path`; the list is created if it is missing.

    The item goes before the one at index `at`, or to the end. If the list is sorted, `order` is the
    key it is sorted by, such as a date: the item then goes after the last one that is not later.
    `orders` places a new list's key as it does for `Put`.
    """

    path: Path
    item: Any
    bare_as: str = ""
    order: str = ""
    at: int | None = None
    orders: tuple[tuple[str, ...], ...] = ()

    def place(self, items: list[Any]) -> int:
        """Return the item's index among the existing ones, given as plain values."""
        if not self.order:
            return len(items) if self.at is None else min(self.at, len(items))
        rank = self._rank(self.item)
        return max((at for at, each in enumerate(items, 1) if self._rank(each) <= rank), default=0)

    def _rank(self, item: Any) -> str:
        return str(item.get(self.order, "")) if isinstance(item, dict) else ""


class Rename(NamedTuple):
    """Give the entry at `path` another key; its place, value and comments stay."""

    path: Path
    key: str


class First(NamedTuple):
    """Move the entry at `path` to the beginning of its mapping, with the comments on its lines."""

    path: Path


Edit = Put | Insert | Rename | First


class CannotEdit(Exception):  # noqa: N818 - the caller turns it into a sentence
    """An edit that would not make exactly the requested change; nothing was changed.

    `line` is where the file prevents it, None if there is no single place; `advice` says what to do
    instead.
    """

    def __init__(
        self,
        message: str,
        line: int | None = None,
        advice: str = "Change it in an editor: tas edit",
    ) -> None:
        super().__init__(message)
        self.line = line
        self.advice = advice
