"""What business partners can do for a deal, by the four questions (method, section 2); pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.scalars import Rating


class Movable(NamedTuple):
    """A - or ? of ours that partners could move.

    It `decides` if finding out, or turning it to +, changes which strategies are within reach.
    """

    criterion: str
    rating: Rating
    decides: bool
    partners: tuple[str, ...]


def movable(deal: DealOnDay, partners: Iterable[str]) -> tuple[Movable, ...]:
    """Return what some partners could move in an open deal: first what decides, then by number."""
    found = _movable(deal, [*partners]) if deal.open else ()
    return tuple(sorted(found, key=lambda each: not each.decides))


def _movable(deal: DealOnDay, partners: list[str]) -> Iterator[Movable]:
    decision, all_partners = deal.decision, deal.opportunity.partners
    deciding = {each.criterion for each in decision.deciding if each.party == US}
    deciding |= {each.criterion for each in decision.flips if each.party == US}
    for criterion in criterion_keys():
        helping = tuple(key for key in partners if criterion in all_partners[key].helps)
        rating = deal.sign(criterion)
        if helping and rating != "+":
            yield Movable(criterion, rating, criterion in deciding, helping)


def rivals(deal: DealOnDay, key: str) -> tuple[str, ...]:
    """Return the competitors in the race with whom a partner also works."""
    also = deal.opportunity.partners[key].also_with
    return tuple(party for party in deal.facts.competitors if party in also)
