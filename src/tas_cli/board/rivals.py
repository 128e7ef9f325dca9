"""Each competitor in the race: where they are strong, weak and unknown to us. Pure."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import criterion_keys


class Rival(NamedTuple):
    """A competitor's criteria by sign, among those on which competitors are compared with us."""

    party: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    unknown: tuple[str, ...]


def rivals(deal: DealOnDay) -> tuple[Rival, ...]:
    """Return every competitor that is in the race on the deal's day, in the file's order."""
    return tuple(_rival(deal, party) for party in deal.opportunity.competing(deal.day))


def _rival(deal: DealOnDay, party: str) -> Rival:
    compared = [key for key in criterion_keys() if key in deal.compared]
    by_sign = (
        tuple(key for key in compared if deal.card.rating(key, party) == sign) for sign in "+-?"
    )
    return Rival(party, *by_sign)
