"""The unsaved changes of a session: cells, the chosen strategy, stated answers. Pure.

Each change remembers the file's value at the time (its base), to detect when someone else changes
the same thing in the meantime.
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
"""A value; that of a changed cell contains only the new evidence and the new note."""


class Change(NamedTuple):
    """The new value and its base, each None if there is none; a cell taken back has none."""

    now: Thing
    base: Thing


@dataclass(frozen=True)
class Unsaved:
    """Everything that a save will write, and nothing else."""

    changes: Mapping[Where, Change] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of unsaved changes."""
        return len(self.changes)

    @cached_property
    def cells(self) -> Mapping[CellKey, Cell]:
        """The changed cells."""
        return {
            where: change.now
            for where, change in self.changes.items()
            if isinstance(where, tuple) and isinstance(change.now, Cell)
        }

    @cached_property
    def unrated(self) -> list[CellKey]:
        """The cells whose ratings are taken back: never rated, once saved."""
        return [
            where
            for where, change in self.changes.items()
            if isinstance(where, tuple) and change.now is None
        ]

    @cached_property
    def answers(self) -> Mapping[str, StatedAnswer | None]:
        """The changed answers, None for a withdrawn one."""
        return {
            where: change.now if isinstance(change.now, StatedAnswer) else None
            for where, change in self.changes.items()
            if isinstance(where, str) and where != STRATEGY
        }

    @property
    def choice(self) -> Choice | None:
        """The newly chosen strategy, or None if the file's choice is unchanged."""
        change = self.changes.get(STRATEGY)
        return change.now if change and isinstance(change.now, Choice) else None

    def put(self, where: Where, change: Change | None) -> Unsaved:
        """Return a copy with this change, or without any change there."""
        others = {each: kept for each, kept in self.changes.items() if each != where or change}
        return Unsaved({**others, where: change} if change else others)

    def rated(self) -> list[RatedCell]:
        """Return the changed cells in the form in which they are written."""
        return [
            RatedCell(*place, cell.rating, tuple(cell.evidence), cell.note)
            for place, cell in self.cells.items()
        ]

    def counted(self, *, one: str = "one", rated: str = "") -> str:
        """Return the number of unsaved changes in words; `rated` is added after the cells."""
        cells, unrated, answers = len(self.cells), len(self.unrated), len(self.answers)
        parts = [
            *([_many(cells, "cell", one) + rated] if cells else ()),
            *([_many(unrated, "rating", one) + " taken back"] if unrated else ()),
            *(["the strategy"] if self.choice else ()),
            *([_many(answers, "answer", one)] if answers else ()),
        ]
        return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def present(opportunity: Opportunity, card: Scorecard, where: Where) -> Thing:
    """Return the current value in the file; `card` is the file's scorecard on the day."""
    if isinstance(where, str):
        return followed(opportunity) if where == STRATEGY else stated(opportunity, where)
    if where[1] not in card.parties:
        return None
    state = card.cell(*where)
    return Cell.model_construct(rating=state.rating, evidence=list(state.evidence), note=state.note)


def followed(opportunity: Opportunity) -> Choice | None:
    """Return the chosen strategy in the file, or None if none was chosen."""
    kept = opportunity.strategy
    if kept is None or kept.chosen is None:
        return None
    return Choice(kept.chosen, kept.variation, kept.since, kept.reason or None)


def stated(opportunity: Opportunity, step: str) -> StatedAnswer | None:
    """Return the stated answer in the file to a step of the tree."""
    return opportunity.strategy.answers.get(step) if opportunity.strategy else None


def says(thing: Thing) -> object:
    """Return a value without its dates, to compare it with another."""
    match thing:
        case Choice():
            return thing.chosen, thing.variation, thing.reason
        case StatedAnswer():
            return thing.answer, thing.because
        case _:
            return thing


def _many(number: int, noun: str, one: str) -> str:
    return f"{one} {noun}" if number == 1 else f"{number} {noun}s"
