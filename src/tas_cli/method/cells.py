"""The cells of the grid by name: a criterion, and the party that is rated on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.method.catalogue import US, criteria_by_key, criterion_keys

CellKey = tuple[str, str]
"""A cell: the keys of its criterion and its party."""


def cell_code(criterion: str, party: str = US) -> str:
    """Return a cell in the notation of commands: 5, or 9:x-sys."""
    number = str(criteria_by_key()[criterion].number)
    return number if party == US else f"{number}:{party}"


def cell_keys(parties: Iterable[str]) -> Iterator[CellKey]:
    """Yield every cell of some parties: by criterion, then by party in the given order."""
    listed = tuple(parties)
    return ((criterion, party) for criterion in criterion_keys() for party in listed)
