"""Lanes beside the rows of a map: who influences whom, and who is in conflict. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tas_cli.assess.influence import influenced
from tas_cli.model.person import Person

SOURCE, TARGET, CONFLICT = "●", "◀", "✕"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""The names of lanes of influence; there are no more."""


class Lane(NamedTuple):
    """A lane: whom it is about, its marks by the number of the row, and what joins them.

    `who` is somebody who influences and then those influenced, or two people in conflict.
    """

    who: tuple[str, ...]
    marks: Mapping[int, str]
    through: str

    @property
    def first(self) -> int:
        """The first row with a mark."""
        return min(self.marks)

    @property
    def last(self) -> int:
        """The last row with a mark."""
        return max(self.marks)

    def at(self, row: int) -> str:
        """Return what is drawn in a row; empty outside the lane."""
        return self.marks.get(row) or (self.through if self.first < row < self.last else "")


Lanes = tuple[Lane, ...]
"""Lanes in one column, one below the other; they do not touch."""


def influence_lanes(rows: Mapping[str, int], people: Mapping[str, Person]) -> list[Lane]:
    """Return the lane of everybody who influences somebody, in the order of the rows.

    `rows` has each person's row; those who are not among `people` have no marks.
    """
    return [_influence(rows, key, below) for key, below in _influences(rows, people)]


def _influences(
    rows: Mapping[str, int], people: Mapping[str, Person]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key in rows:
        found = influenced(people, key) if key in people else ()
        if found:
            yield key, tuple(dict.fromkeys(found))


def _influence(rows: Mapping[str, int], key: str, targets: tuple[str, ...]) -> Lane:
    marks = {rows[each]: TARGET for each in targets}
    return Lane((key, *targets), {**marks, rows[key]: SOURCE}, "│")


def conflicts(people: Mapping[str, Person]) -> list[tuple[str, str]]:
    """Return the pairs in conflict, each once, in the order of the people."""
    order = {key: at for at, key in enumerate(people)}
    pairs = (
        sorted((key, other), key=order.__getitem__)
        for key, each in people.items()
        for other in each.conflicts
        if other in people and other != key
    )
    return list(dict.fromkeys((first, second) for first, second in pairs))


def conflict_lanes(rows: Mapping[str, int], people: Mapping[str, Person]) -> list[Lanes]:
    """Return columns with a lane for each pair in conflict, as few as lanes that touch allow."""
    pairs = conflicts(people)
    lanes = [
        Lane(pair, dict.fromkeys((rows[key] for key in pair), CONFLICT), "┊") for pair in pairs
    ]
    columns: list[Lanes] = []
    for lane in sorted(lanes, key=lambda each: each.first):
        free = (at for at, each in enumerate(columns) if each[-1].last + 1 < lane.first)
        at = next(free, len(columns))
        columns[at : at + 1] = [(*(columns[at] if at < len(columns) else ()), lane)]
    return columns


def drawn(lanes: Lanes, row: int) -> str:
    """Return what is drawn in a row of a column; empty if no lane passes."""
    return next(filter(None, (lane.at(row) for lane in lanes)), "")


def strongest_first(lanes: Sequence[Lane], people: Mapping[str, Person]) -> list[Lane]:
    """Return lanes by the influence of those who influence, the strongest first."""
    return sorted(lanes, key=lambda each: -(people[each.who[0]].influence or 0))
