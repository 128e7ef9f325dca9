"""The sheet that `tas show` puts before people: the scorecard of a day with its figures."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.as_of import as_of
from tas_cli.assess.changes import RatingChange, changes, previous
from tas_cli.assess.scorecard import CellState, Scorecard, scorecard
from tas_cli.assess.staleness import Staleness, staleness
from tas_cli.assess.tally import Tally, leaders, question_keys, question_tally, tally
from tas_cli.method.catalogue import US, Criterion, Question, criteria, criterion_keys, questions
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings


class Row(NamedTuple):
    """A criterion with the state of each party's cell."""

    criterion: Criterion
    cells: dict[str, CellState]


class Block(NamedTuple):
    """One of the four questions: its rows, each party's tally, and who leads."""

    question: Question
    rows: tuple[Row, ...]
    tallies: dict[str, Tally]
    leaders: tuple[str, ...]


class Sheet(NamedTuple):
    """An opportunity as of a day, with its grid, its totals and what changed.

    `before` is the day of the assessment before the newest one, None where there is none.
    `parties` are those shown; `evidenced` says that our bare claims count as unknown; `later` is
    the number of assessments dated after the day; `staleness` says which ratings are stale.
    """

    opportunity: Opportunity
    card: Scorecard
    parties: tuple[str, ...]
    blocks: tuple[Block, ...]
    totals: dict[str, Tally]
    leaders: tuple[str, ...]
    before: date | None
    changes: tuple[RatingChange, ...]
    evidenced: bool
    later: int
    staleness: Staleness

    def own(self, rating: str) -> list[Row]:
        """Return the rows in which we are rated so."""
        return [row for row in self.rows if row.cells[US].rating == rating]

    @property
    def rows(self) -> list[Row]:
        """All rows, by the number of their criterion."""
        return [row for block in self.blocks for row in block.rows]

    def is_stale(self, state: CellState) -> bool:
        """Whether a rating was not looked at for so long that it should be."""
        return self.staleness.is_stale(state.stated)

    @property
    def stale(self) -> list[Row]:
        """The rows of which our rating is stale, the oldest first."""
        rows = [row for row in self.rows if self.is_stale(row.cells[US])]
        return sorted(rows, key=lambda row: -(row.cells[US].age(self.card.day) or 0))


def sheet(
    opportunity: Opportunity,
    day: date,
    settings: Settings,
    *,
    versus: str | None = None,
    evidenced: bool = False,
) -> Sheet:
    """Return the sheet of an opportunity as of a day, against one competitor or all."""
    then = as_of(opportunity, day)
    card = _card(then, day, evidenced=evidenced)
    earlier = previous(then, card)
    if earlier is not None and evidenced:
        earlier = earlier.evidenced()
    parties = (US, versus) if versus else card.parties
    shown = Scorecard(card.day, parties, card.cells, card.dates)
    moved = changes(earlier, shown) if earlier else []
    return Sheet(
        opportunity=then,
        card=card,
        parties=parties,
        blocks=tuple(_block(shown, question) for question in questions()),
        totals={party: tally(shown, party) for party in parties},
        leaders=leaders(shown, criterion_keys()),
        before=earlier.dates[-1] if earlier else None,
        changes=tuple(moved),
        evidenced=evidenced,
        later=sum(assessment.date > day for assessment in opportunity.assessments),
        staleness=staleness(then, settings, day),
    )


def _card(opportunity: Opportunity, day: date, *, evidenced: bool) -> Scorecard:
    card = scorecard(opportunity, day)
    return card.evidenced() if evidenced else card


def _block(card: Scorecard, question: Question) -> Block:
    rows = tuple(
        Row(criterion, {party: card.cell(criterion.key, party) for party in card.parties})
        for criterion in criteria()
        if criterion.question == question.number
    )
    tallies = {party: question_tally(card, party, question.number) for party in card.parties}
    return Block(question, rows, tallies, leaders(card, question_keys(question.number)))


def dated_cards(opportunity: Opportunity, day: date, *, evidenced: bool) -> list[Scorecard]:
    """Return the scorecard as of every assessment up to a day, oldest first."""
    dates = scorecard(opportunity, day).dates
    return [_card(opportunity, then, evidenced=evidenced) for then in dates]
