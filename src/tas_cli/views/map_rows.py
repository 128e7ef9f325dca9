"""The rows of a map: a tree of authority, or everybody by influence under their bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from tas_cli.assess.organization import Position, band
from tas_cli.method.people import bands
from tas_cli.model.settings import Settings

_UNKNOWN = "Influence unknown"


class Row(NamedTuple):
    """A row: a person's id and the branch of the tree before the name, or a heading without id."""

    key: str
    branch: str = ""
    heading: str = ""


def tree(positions: Mapping[str, Position], most: int) -> list[Row]:
    """Return a row for each person, with the branch of the tree that leads to them.

    A branch is drawn to `most` levels; below them, it has the number of the level.
    """
    open_at: list[bool] = []
    rows = []
    for each in positions.values():
        del open_at[each.depth :]
        open_at.append(not each.last)
        rows.append(Row(each.key, _branch(each, open_at, most)))
    return rows


def _branch(each: Position, open_at: list[bool], most: int) -> str:
    if each.outside:
        return "┄ "
    if not each.depth:
        return ""
    drawn = min(each.depth, most)
    before = "".join("│ " if further else "  " for further in open_at[1:drawn])
    level = f"{each.depth + 1}: " if each.depth > drawn else ""
    return f"{before}{'└' if each.last else '├'} {level}"


def by_influence(positions: Mapping[str, Position], settings: Settings) -> list[Row]:
    """Return everybody by influence, the highest first, with a heading for each band."""
    ordered = sorted(positions.values(), key=lambda each: -(each.person.influence or 0))
    return [*_banded(ordered, settings)]


def _banded(ordered: list[Position], settings: Settings) -> Iterator[Row]:
    grouped = groupby(ordered, key=lambda each: band(each.person.influence, settings))
    for key, found in grouped:
        yield Row("", heading=bands()[key].title if key else _UNKNOWN)
        yield from (Row(each.key) for each in found)
