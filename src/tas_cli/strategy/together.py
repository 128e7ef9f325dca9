"""How many + of one competitor among its unknown cells would rule strategies out."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.strategy.facts import Facts
from tas_cli.strategy.settlings import Settlings


class Together(NamedTuple):
    """So many more + of a competitor, whichever they are, and these strategies are out."""

    party: str
    number: int
    ruled_out: tuple[str, ...]


def together(facts: Facts) -> list[Together]:
    """Return for each competitor the smallest number of + that rules a strategy out."""
    settlings = Settlings.of(facts)
    before = settlings.reachable()
    found = []
    for party, counts in settlings.counts.items():
        for count in range(1, counts.high - counts.low + 1):
            after = settlings.with_count(party, low=count, high=0).reachable()
            if after != before:
                found.append(Together(party, count, tuple(sorted(before - after))))
                break
    return found
