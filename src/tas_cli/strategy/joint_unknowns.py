"""How many cells of a party, given one sign, rule strategies out, whichever cells they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.scalars import Rating
from tas_cli.strategy.decision import Deciding
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.scenarios import Scenarios

_MOST = 8
"""The most cells of ours for which every combination is tried."""
_SIGNS: tuple[Rating, Rating] = ("+", "-")


class Together(NamedTuple):
    """Any `number` of a party's cells `among`, set to `rating`, rule these strategies out."""

    party: str
    number: int
    rating: Rating
    among: tuple[str, ...]
    ruled_out: tuple[str, ...]


def together(facts: Facts, deciding: tuple[Deciding, ...]) -> list[Together]:
    """Return, for each party, the fewest of its deciding cells that rule strategies out."""
    scenarios = Scenarios.of(facts)
    found: list[Together] = []
    for party in facts.parties:
        cells = {cell.criterion for cell in deciding if cell.party == party}
        among = tuple(key for key in criterion_keys() if key in cells)
        for rating in _SIGNS if party == US else _SIGNS[:1]:
            found += _alike(scenarios, party, among, rating)
    return found


def _alike(
    scenarios: Scenarios, party: str, among: tuple[str, ...], rating: Rating
) -> Iterator[Together]:
    """Yield the smallest number of cells for which every choice rules the same strategies out."""
    before = scenarios.reachable()
    for number in range(1, len(among) + 1):
        outcomes = {
            before - _reachable_assuming(scenarios, party, picked, rating)
            for picked in _picks(party, among, number)
        }
        if len(outcomes) == 1 and any(outcomes):
            yield Together(party, number, rating, among, tuple(sorted(*outcomes)))
            return


def _picks(party: str, among: tuple[str, ...], number: int) -> Iterable[tuple[str, ...]]:
    """Return the combinations to try: a competitor's cells are interchangeable."""
    if party != US:
        return (among[:number],)
    return combinations(among, number) if len(among) <= _MOST else ()


def _reachable_assuming(
    scenarios: Scenarios, party: str, picked: tuple[str, ...], rating: Rating
) -> frozenset[str]:
    for criterion in picked:
        scenarios = scenarios.assuming((criterion, party), rating)
    return scenarios.reachable()
