"""A deal as a competitor would see it: what they would do, and which moves we should expect."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

from tas_cli.assess.caveats import contradicting
from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import Guideline, strategies
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.seat import RivalDecision, borrowed, decide_as, seated


class Move(NamedTuple):
    """A move to expect: a guideline of their strategy, and the criteria on which they are weak."""

    guideline: Guideline
    weak: tuple[str, ...]


@dataclass
class Seat(DealOnDay):
    """A deal on a day from the seat of a competitor, by its short name."""

    rival: str = ""

    @classmethod
    def taken(cls, deal: DealOnDay, rival: str) -> Self:
        """Return a deal from a competitor's seat."""
        return cls(
            deal.opportunity, deal.settings, deal.day, deal.evidenced, deal.account, rival=rival
        )

    @property
    def name(self) -> str:
        """The competitor's name."""
        return self.opportunity.party_name(self.rival)

    @cached_property
    def decision(self) -> RivalDecision:
        """What the competitor's ratings recommend to them."""
        return decide_as(self.facts, self.rival)

    @cached_property
    def borrowed(self) -> tuple[str, ...]:
        """The criteria on which our rating stands for theirs, which is unknown."""
        return borrowed(self.facts, self.rival)

    @cached_property
    def _theirs(self) -> Facts:
        return seated(self.facts, self.rival)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The moves to expect if one strategy is recommended to them; none while undecided."""
        strategy = strategies().get(self.decision.recommended or "")
        variations = (None, self.decision.variation)
        return tuple(
            Move(guideline, tuple(contradicting(guideline, self._theirs, "-")))
            for guideline in (strategy.guidelines if strategy else ())
            if guideline.variation in variations
        )
