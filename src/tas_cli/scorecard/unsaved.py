"""What a session has changed and not saved: cells, the chosen strategy, stated answers. Pure.

Each change remembers what the file held when it was made (its base), so that a change of the same
thing by somebody else meanwhile is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.edits.choice import Choice
from tas_cli.edits.rate import RatedCell
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Cell, Opportunity, StatedAnswer

STRATEGY = "strategy"
Where = CellKey | str
"""What can be changed: a cell, the answer to a step of the tree, or `STRATEGY`, the chosen one."""
Thing = Cell | StatedAnswer | Choice | None
"""The value there; for a changed cell, only its new evidence and note."""


class Change(NamedTuple):
    """A thing from now on, and its base; None where there is none."""

    now: Thing
    base: Thing


@dataclass(frozen=True)
class Unsaved:
    """All that a save will write, and nothing else."""

    changes: Mapping[Where, Change] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many things are not saved."""
        return len(self.changes)

    @cached_property
    def cells(self) -> Mapping[CellKey, Cell]:
        """The cells from now on."""
        return {
            where: change.now
            for where, change in self.changes.items()
            if isinstance(where, tuple) and isinstance(change.now, Cell)
        }

    @cached_property
    def answers(self) -> Mapping[str, StatedAnswer | None]:
        """The answers from now on, None where the stated one is taken back."""
        return {
            where: change.now if isinstance(change.now, StatedAnswer) else None
            for where, change in self.changes.items()
            if isinstance(where, str) and where != STRATEGY
        }

    @property
    def choice(self) -> Choice | None:
        """The strategy to follow from now on, None where that is the one of the file."""
        change = self.changes.get(STRATEGY)
        return change.now if change and isinstance(change.now, Choice) else None

    def put(self, where: Where, change: Change | None) -> Unsaved:
        """Return the same with a change, or without it."""
        others = {each: kept for each, kept in self.changes.items() if each != where or change}
        return Unsaved({**others, where: change} if change else others)

    def rated(self) -> list[RatedCell]:
        """Return the cells as they are written."""
        return [
            RatedCell(*place, cell.rating, tuple(cell.evidence), cell.note)
            for place, cell in self.cells.items()
        ]

    def counted(self, *, one: str = "one", rated: str = "") -> str:
        """Return what is not saved, in words; `rated` says more about the cells."""
        cells, answers = len(self.cells), len(self.answers)
        parts = [
            *([_many(cells, "cell", one) + rated] if cells else ()),
            *(["the strategy"] if self.choice else ()),
            *([_many(answers, "answer", one)] if answers else ()),
        ]
        return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def present(opportunity: Opportunity, card: Scorecard, where: Where) -> Thing:
    """Return the value at a place in the file; `card` is its scorecard of the day."""
    if isinstance(where, str):
        return followed(opportunity) if where == STRATEGY else stated(opportunity, where)
    if where[1] not in card.parties:
        return None
    state = card.cell(*where)
    return Cell.model_construct(rating=state.rating, evidence=list(state.evidence), note=state.note)


def followed(opportunity: Opportunity) -> Choice | None:
    """Return the chosen strategy in the file, None if there is none."""
    kept = opportunity.strategy
    if kept is None or kept.chosen is None:
        return None
    return Choice(kept.chosen, kept.variation, kept.since, kept.reason or None)


def stated(opportunity: Opportunity, step: str) -> StatedAnswer | None:
    """Return the answer that the file states to a step of the tree."""
    return opportunity.strategy.answers.get(step) if opportunity.strategy else None


def says(thing: Thing) -> object:
    """Return what a thing says, without its dates."""
    match thing:
        case Choice():
            return thing.chosen, thing.variation, thing.reason
        case StatedAnswer():
            return thing.answer, thing.because
        case _:
            return thing


def _many(number: int, noun: str, one: str) -> str:
    return f"{one} {noun}" if number == 1 else f"{number} {noun}s"
