"""The engine's input: the cells, the incumbent and the stated answers."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.method.catalogue import NOBODY, US
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating


class Facts(NamedTuple):
    """The engine's input; a cell that is missing from `ratings` is unknown.

    `competitors` are those in the race; one that is out can still be the incumbent. `incumbent` is
    None if the file names none; `stated` has the answers by tree step.
    """

    competitors: tuple[str, ...]
    ratings: dict[CellKey, Rating]
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
        """Whether the file says that we are the incumbent."""
        return US in (self.incumbent or ())

    @property
    def they_are_incumbent(self) -> bool:
        """Whether the file says that a competitor is an incumbent, in the race or out of it."""
        return any(party not in (US, NOBODY) for party in self.incumbent or ())


def facts(opportunity: Opportunity, ratings: dict[CellKey, Rating], day: date) -> Facts:
    """Return the engine's input for an opportunity and its signs on a day."""
    choice = opportunity.strategy
    return Facts(
        competitors=opportunity.competing(day),
        ratings=ratings,
        incumbent=tuple(opportunity.incumbent) if opportunity.incumbent else None,
        stated={
            step: stated.answer == "yes"
            for step, stated in (choice.answers if choice else {}).items()
        },
    )
