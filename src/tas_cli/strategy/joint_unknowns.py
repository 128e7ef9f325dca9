"""How many cells of one party, settled alike, would rule strategies out, whichever they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.scalars import Rating
from tas_cli.strategy.decision import Deciding
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.settlings import Settlings

_MOST = 8
"""Our cells up to which all ways of picking some of them are tried."""
_SIGNS: tuple[Rating, Rating] = ("+", "-")


class Together(NamedTuple):
    """Any `number` of the cells `among` of a party, settled to `rating`: these are out."""

    party: str
    number: int
    rating: Rating
    among: tuple[str, ...]
    ruled_out: tuple[str, ...]


def together(facts: Facts, deciding: tuple[Deciding, ...]) -> list[Together]:
    """Return for each party the smallest number of its deciding cells that rules strategies out."""
    settlings = Settlings.of(facts)
    found: list[Together] = []
    for party in facts.parties:
        cells = {cell.criterion for cell in deciding if cell.party == party}
        among = tuple(key for key in criterion_keys() if key in cells)
        for rating in _SIGNS if party == US else _SIGNS[:1]:
            found += _alike(settlings, party, among, rating)
    return found


def _alike(
    settlings: Settlings, party: str, among: tuple[str, ...], rating: Rating
) -> Iterator[Together]:
    """Yield the smallest number for which every pick of as many cells rules the same out."""
    before = settlings.reachable()
    for number in range(1, len(among) + 1):
        outcomes = {
            before - _settled(settlings, party, picked, rating)
            for picked in _picks(party, among, number)
        }
        if len(outcomes) == 1 and any(outcomes):
            yield Together(party, number, rating, among, tuple(sorted(*outcomes)))
            return


def _picks(party: str, among: tuple[str, ...], number: int) -> Iterable[tuple[str, ...]]:
    """Return the picks to try: of a competitor's cells one is like another."""
    if party != US:
        return (among[:number],)
    return combinations(among, number) if len(among) <= _MOST else ()


def _settled(
    settlings: Settlings, party: str, picked: tuple[str, ...], rating: Rating
) -> frozenset[str]:
    for criterion in picked:
        settlings = settlings.settled((criterion, party), rating)
    return settlings.reachable()
