"""What a session has changed and not saved: cells, the chosen strategy, stated answers. Pure.

Each change remembers what the file held when it was made (its base), so that a change of the same
thing by somebody else meanwhile is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, TypeVar

from tas_cli.assess.scorecard import Scorecard
from tas_cli.edits.choice import Choice
from tas_cli.edits.rate import RatedCell
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity, StatedAnswer
from tas_cli.model.scalars import Rating

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Seen(NamedTuple):
    """What the file held of a cell."""

    rating: Rating = "?"
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None


class Touched(NamedTuple):
    """A cell's rating from now on, what is new beside it, and its base."""

    rating: Rating
    evidence: tuple[Evidence, ...]
    note: str | None
    base: Seen


class Rechosen(NamedTuple):
    """The strategy to follow from now on, and its base: None where none was chosen."""

    chosen: str
    variation: str | None
    reason: str | None
    base: Choice | None

    def choice(self, present: Choice | None, day: date) -> Choice:
        """Return the choice as it is written; the same strategy goes on from when it began."""
        same = present is not None and present.chosen == self.chosen
        since = present.since if present and same else None
        return Choice(self.chosen, self.variation, since or day, self.reason)

    def says(self, choice: Choice | None) -> bool:
        """Whether a choice is the same one, for the same reason."""
        if choice is None:
            return False
        return (choice.chosen, choice.variation, choice.reason) == self[:3]


class Restated(NamedTuple):
    """A step's answer from now on, None where the stated one is taken back, and its base."""

    answer: str | None
    because: str | None
    base: StatedAnswer | None

    def says(self, stated: StatedAnswer | None) -> bool:
        """Whether a stated answer is the same one, for the same reason."""
        if stated is None or self.answer is None:
            return stated is None and self.answer is None
        return (stated.answer, stated.because) == (self.answer, self.because)


@dataclass(frozen=True)
class Unsaved:
    """All that a save will write, and nothing else."""

    cells: Mapping[CellKey, Touched] = field(default_factory=dict)
    answers: Mapping[str, Restated] = field(default_factory=dict)
    choice: Rechosen | None = None

    @property
    def number(self) -> int:
        """How many things are not saved."""
        return len(self.cells) + len(self.answers) + (self.choice is not None)

    def with_cell(self, place: CellKey, cell: Touched | None) -> Unsaved:
        """Return the same with a cell, or without it."""
        return replace(self, cells=_with(self.cells, place, cell))

    def with_answer(self, step: str, answer: Restated | None) -> Unsaved:
        """Return the same with an answer, or without it."""
        return replace(self, answers=_with(self.answers, step, answer))

    def with_choice(self, choice: Rechosen | None) -> Unsaved:
        """Return the same with a choice, or without one."""
        return replace(self, choice=choice)

    def rated(self) -> list[RatedCell]:
        """Return the cells as they are written."""
        return [
            RatedCell(*place, cell.rating, cell.evidence, cell.note)
            for place, cell in self.cells.items()
        ]

    def counted(self, *, one: str = "one", rated: str = "") -> str:
        """Return what is not saved, in words; `rated` tells more of the cells."""
        parts = [_many(len(self.cells), "cell", one) + rated] if self.cells else []
        if self.choice is not None:
            parts.append("the strategy")
        if self.answers:
            parts.append(_many(len(self.answers), "answer", one))
        return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def seen(card: Scorecard, place: CellKey) -> Seen:
    """Return what a scorecard holds of a cell, without its dates."""
    state = card.cell(*place)
    return Seen(state.rating, state.evidence, state.note)


def followed(opportunity: Opportunity) -> Choice | None:
    """Return the chosen strategy as the file holds it; None where none was chosen."""
    kept = opportunity.strategy
    if kept is None or kept.chosen is None:
        return None
    return Choice(kept.chosen, kept.variation, kept.since, kept.reason or None)


def stated(opportunity: Opportunity, step: str) -> StatedAnswer | None:
    """Return the answer that the file states to a step of the tree."""
    return opportunity.strategy.answers.get(step) if opportunity.strategy else None


def _with(things: Mapping[Key, Thing], key: Key, thing: Thing | None) -> dict[Key, Thing]:
    if thing is not None:
        return {**things, key: thing}
    return {each: kept for each, kept in things.items() if each != key}


def _many(number: int, noun: str, one: str) -> str:
    return f"{one} {noun}" if number == 1 else f"{number} {noun}s"
