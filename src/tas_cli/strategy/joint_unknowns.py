"""How many cells of one party, settled alike, would rule strategies out, whichever they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.scalars import Rating
from tas_cli.strategy.decision import Deciding
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.settlings import Settlings

_MOST = 8
"""Our cells up to which all ways of picking some of them are tried."""


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
        found += _ours(settlings, among) if party == US else _theirs(settlings, party, among)
    return found


def _theirs(settlings: Settlings, party: str, among: tuple[str, ...]) -> Iterator[Together]:
    before = settlings.reachable()
    for number in range(1, len(among) + 1):
        after = settlings.with_count(party, low=number, high=0).reachable()
        if after != before:
            yield Together(party, number, "+", among, tuple(sorted(before - after)))
            return


def _ours(settlings: Settlings, among: tuple[str, ...]) -> Iterator[Together]:
    signs: tuple[Rating, Rating] = ("+", "-")
    if len(among) <= _MOST:
        for rating in signs:
            yield from _alike(settlings, among, rating)


def _alike(settlings: Settlings, among: tuple[str, ...], rating: Rating) -> Iterator[Together]:
    """Yield the smallest number for which every pick of as many cells rules the same out."""
    before = settlings.reachable()
    for number in range(1, len(among) + 1):
        outcomes = {
            before - _settled(settlings, picked, rating) for picked in combinations(among, number)
        }
        out = outcomes.pop()
        if out and not outcomes:
            yield Together(US, number, rating, among, tuple(sorted(out)))
            return


def _settled(settlings: Settlings, picked: tuple[str, ...], rating: Rating) -> frozenset[str]:
    for criterion in picked:
        settlings = settlings.with_our(criterion, rating)
    return settlings.reachable()
