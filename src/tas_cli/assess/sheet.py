"""The sheet behind `tas show`: the scorecard of a day with its figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.changes import RatingChange, changes
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState, Scorecard
from tas_cli.assess.tally import Tally, leaders, question_keys, question_tally, tally
from tas_cli.method.catalogue import US, Criterion, Question, criteria, criterion_keys, questions


class CriterionRow(NamedTuple):
    """A criterion with the state of each party's cell."""

    criterion: Criterion
    cells: dict[str, CellState]


class Block(NamedTuple):
    """One of the four questions: its rows, each party's tally, and who leads."""

    question: Question
    rows: tuple[CriterionRow, ...]
    tallies: dict[str, Tally]
    leaders: tuple[str, ...]


@dataclass
class Sheet(DealOnDay):
    """A deal on a day with its grid, totals and changes, against `versus` or everyone."""

    versus: str | None = None

    @cached_property
    def shown(self) -> Scorecard:
        """The scorecard of the parties that are shown."""
        return self.card._replace(parties=(US, self.versus)) if self.versus else self.card

    @property
    def parties(self) -> tuple[str, ...]:
        """Us and the competitors that are shown."""
        return self.shown.parties

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The four questions."""
        return tuple(_block(self.shown, question) for question in questions())

    @property
    def rows(self) -> list[CriterionRow]:
        """All rows, by the number of their criterion."""
        return [row for block in self.blocks for row in block.rows]

    def own(self, rating: str) -> list[CriterionRow]:
        """Return the rows in which we have this rating."""
        return [row for row in self.rows if row.cells[US].rating == rating]

    @property
    def totals(self) -> dict[str, Tally]:
        """Each party's tally over all criteria."""
        return {party: tally(self.shown, party) for party in self.parties}

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who leads over all criteria."""
        return leaders(self.shown, criterion_keys())

    @property
    def changes(self) -> list[RatingChange]:
        """What changed since the assessment before the newest one."""
        return changes(self.previous, self.shown) if self.previous else []

    @property
    def later(self) -> int:
        """How many assessments are dated after the day."""
        return len(self.opportunity.assessments) - len(self.past)


def _block(card: Scorecard, question: Question) -> Block:
    rows = tuple(
        CriterionRow(criterion, {party: card.cell(criterion.key, party) for party in card.parties})
        for criterion in criteria()
        if criterion.question == question.number
    )
    tallies = {party: question_tally(card, party, question.number) for party in card.parties}
    return Block(question, rows, tallies, leaders(card, question_keys(question.number)))
