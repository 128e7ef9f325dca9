"""What the engine decides from: the cells, the incumbent and the stated answers."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.method.catalogue import US
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating

Place = tuple[str, str]
"""A cell: criterion and party."""


class Facts(NamedTuple):
    """The engine's input; a cell that is missing from `ratings` is unknown.

    `incumbent` is None where the file says nothing of one; `stated` are answers by tree step.
    """

    competitors: tuple[str, ...]
    ratings: dict[Place, Rating]
    incumbent: tuple[str, ...] | None
    stated: dict[str, bool]

    def rating(self, criterion: str, party: str = US) -> Rating:
        """Return a cell's sign."""
        return self.ratings.get((criterion, party), "?")

    @property
    def parties(self) -> tuple[str, ...]:
        """Us, and the competitors in the file's order."""
        return (US, *self.competitors)

    @property
    def we_are_incumbent(self) -> bool:
        """Whether the file says that we hold a position today."""
        return US in (self.incumbent or ())

    def settled(self, place: Place, rating: Rating) -> Facts:
        """Return the facts with one cell known, or known otherwise."""
        ratings = self.ratings | {place: rating}
        return Facts(self.competitors, ratings, self.incumbent, self.stated)


def facts(opportunity: Opportunity, card: Scorecard) -> Facts:
    """Return what the engine decides from, for an opportunity and its scorecard of a day."""
    return facts_with(opportunity, {place: cell.rating for place, cell in card.cells.items()})


def facts_with(opportunity: Opportunity, ratings: dict[Place, Rating]) -> Facts:
    """Return what the engine decides from, where the signs are at hand without their history."""
    choice = opportunity.strategy
    return Facts(
        competitors=tuple(opportunity.competitors),
        ratings=ratings,
        incumbent=tuple(opportunity.incumbent) if opportunity.incumbent else None,
        stated={
            step: stated.answer == "yes"
            for step, stated in (choice.answers if choice else {}).items()
        },
    )
