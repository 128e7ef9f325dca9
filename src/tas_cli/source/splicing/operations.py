"""What can be asked of a file, and how it is refused.

A value is written as it is spelt: see `values.Value`. Whoever knows the model of the file gives
values of its types, and `writing` spells them.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tas_cli.diagnostics import Path


class Put(NamedTuple):
    """Let the place at `path` hold `value`; what leads there is made where it is missing.

    An empty text takes the place away, with its key or dash, and of what leads there all that it
    leaves with nothing in it. Where a scalar may stand for a mapping that has it under one key (a
    bare sign for a cell with its rating), `bare_as` is that key; what is left of such a mapping
    with nothing else in it becomes the scalar again. With `spread` the mappings that are made on
    the way take several lines, even if they are short, because they are going to grow.
    `called` is what people call the place, where that is not its path.
    """

    path: Path
    value: Any
    bare_as: str = ""
    spread: bool = False
    called: str = ""

    @property
    def name(self) -> str:
        """What messages call the place."""
        return self.called or ".".join(map(str, self.path))


class Insert(NamedTuple):
    """Let the list at `path` have `item` as well; the list is made where it is missing.

    The item goes before the one at the index `at`, or to the end. Where the list is kept in order,
    `order` is the key of its items that says so, such as their date: the item then goes after the
    last one that is not later.
    """

    path: Path
    item: Any
    bare_as: str = ""
    order: str = ""
    at: int | None = None

    def place(self, items: list[Any]) -> int:
        """Return the index that the item gets among those that are there, as plain values."""
        if not self.order:
            return len(items) if self.at is None else min(self.at, len(items))
        rank = self._rank(self.item)
        return max((at for at, each in enumerate(items, 1) if self._rank(each) <= rank), default=0)

    def _rank(self, item: Any) -> str:
        return str(item.get(self.order, "")) if isinstance(item, dict) else ""


class Rename(NamedTuple):
    """Let the entry at `path` have another key; its place, its value and its comments stay."""

    path: Path
    key: str


Edit = Put | Insert | Rename


class CannotEdit(Exception):  # noqa: N818 - the caller turns it into a sentence
    """An edit that would not be exactly what was asked for; nothing was changed.

    `line` is where the file prevents it, None if that is not a single place; `advice` says what
    to do instead.
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
