"""The same decision from a competitor's seat: their column is read as ours is, and ours as theirs.

Our reading: stated answers are ours and do not count there, and the customer's side of the deal
(#1 to #5) is for them as we rate it for us, where we know nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tas_cli.method.catalogue import US, criteria
from tas_cli.strategy.decision import Deciding, Decision, Flip, PathStep
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.scenarios import Scenarios

_THE_CUSTOMER = 1
"""The question whose criteria are about the customer, and so about the same for everyone."""


def borrowed(facts: Facts, rival: str) -> tuple[str, ...]:
    """Return the criteria of question 1 that are unknown for the competitor but known for us."""
    return tuple(
        each.key
        for each in criteria()
        if each.question == _THE_CUSTOMER
        and facts.rating(each.key, rival) == "?"
        and facts.rating(each.key) != "?"
    )


def seated(facts: Facts, rival: str) -> Facts:
    """Return the facts from the competitor's seat, where `us` is the competitor and vice versa."""
    swap = {US: rival, rival: US}
    swapped = {
        (criterion, swap.get(party, party)): sign
        for (criterion, party), sign in facts.ratings.items()
    }
    assumed = {(criterion, US): facts.rating(criterion) for criterion in borrowed(facts, rival)}
    others = (party for party in facts.competitors if party != rival)
    return Facts(
        competitors=(rival, *others),
        ratings=swapped | assumed,
        incumbent=facts.incumbent and tuple(swap.get(party, party) for party in facts.incumbent),
        stated={},
    )


@dataclass
class RivalDecision(Decision):
    """What follows from the facts for a competitor; its cells name the parties as the file does."""

    rival: str

    def _party(self, party: str) -> str:
        return {US: self.rival, self.rival: US}.get(party, party)

    @cached_property
    def path(self) -> tuple[PathStep, ...]:
        """The path through the tree."""
        return tuple(
            taken._replace(
                because=tuple(
                    cell._replace(party=self._party(cell.party)) for cell in taken.because
                )
            )
            for taken in super().path
        )

    @cached_property
    def deciding(self) -> tuple[Deciding, ...]:
        """The unknown cells that decide between the reachable strategies."""
        return tuple(cell._replace(party=self._party(cell.party)) for cell in super().deciding)

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """The known cells that would each change the recommendation; `helps` is about us."""
        return tuple(flip._replace(party=self._party(flip.party)) for flip in super().flips)


def decide_as(facts: Facts, rival: str) -> RivalDecision:
    """Walk the tree from a competitor's seat; `facts` are the deal's own."""
    return RivalDecision(Scenarios.of(seated(facts, rival)), rival)
