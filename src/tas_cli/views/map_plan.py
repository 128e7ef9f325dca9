"""What is drawn of a map: its rows, and the lanes for which there is room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.organization import organization
from tas_cli.model.person import Person
from tas_cli.views.lanes import (
    LETTERS,
    Lane,
    Lanes,
    conflict_lanes,
    influence_lanes,
    strongest_first,
)
from tas_cli.views.map_rows import Row, by_influence, tree

AUTHORITY, INFLUENCE = "authority", "influence"
"""What a map is sorted by."""
_LEVELS, _MOST_LEVELS = 5, 20
"""To how many levels the branches of the tree are drawn, with a limited width and without."""


class Map(NamedTuple):
    """A map to show: whose it is, what it is sorted by, and what is drawn.

    `lanes` are those of influence, `conflicts` has columns of lanes, `undrawn` had no room.
    """

    deal: DealOnDay
    by: str
    rows: Sequence[Row]
    lanes: Sequence[Lane]
    conflicts: Sequence[Lanes] = ()
    undrawn: Sequence[Lane] = ()

    @property
    def people(self) -> Iterator[tuple[Row, Person]]:
        """Everybody with their row."""
        return ((row, self.deal.people[row.key]) for row in self.rows if row.key)

    @property
    def here(self) -> dict[str, Person]:
        """The people who have not left, by id."""
        return self.deal.present

    @property
    def levels(self) -> int:
        """How many levels the branches show."""
        return max((len(row.branch) for row in self.rows), default=0) // 2

    def with_room(self, columns: int) -> Map:
        """Return the same map with no more columns of lanes than there is room for.

        Those of the people with the most influence come first.
        """
        conflicts = self.conflicts[: max(1, columns // 3)] if columns > 1 else ()
        room = min(max(0, columns - len(conflicts)), len(LETTERS))
        best = strongest_first(self.lanes, self.deal.people)[:room]
        left_out = (each for column in self.conflicts[len(conflicts) :] for each in column)
        return self._replace(
            lanes=[each for each in self.lanes if each in best],
            conflicts=conflicts,
            undrawn=[*(each for each in self.lanes if each not in best), *left_out],
        )


def planned(deal: DealOnDay, by: str = AUTHORITY, *, limited: bool = False) -> Map:
    """Return the map of a deal with all lanes; with `limited`, deep branches are shortened more."""
    positions = organization(deal.people)
    if by == INFLUENCE:
        rows = by_influence(positions, deal.settings)
    else:
        rows = tree(positions, _LEVELS if limited else _MOST_LEVELS)
    here = deal.present
    at: Mapping[str, int] = {row.key: number for number, row in enumerate(rows) if row.key}
    return Map(deal, by, rows, influence_lanes(at, here), conflict_lanes(at, here))
