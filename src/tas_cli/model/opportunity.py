"""An opportunity file (the file format's version 1).

The room for what comes later is the top level: people, plan and value will be optional keys of
their own beside these, and the plan frame (goal, objective) joins `strategy`, so
that every file of today stays valid.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import Field, model_validator

from tas_cli.model.base import FileModel
from tas_cli.model.debrief import Debrief
from tas_cli.model.evidence import Evidence
from tas_cli.model.note import Note
from tas_cli.model.process import Process
from tas_cli.model.scalars import (
    Amount,
    AnyText,
    CriterionKey,
    Currency,
    Day,
    FormatVersion,
    Id,
    Rating,
    RequiredText,
    SignedAmount,
    Status,
    StrategyKey,
    Text,
    TreeStepKey,
    VariationKey,
    YesNo,
)


class Cell(FileModel):
    """A party's rating on one criterion; in a file the bare sign, or a mapping with more."""

    rating: Rating = Field(description="+ favourable, - unfavourable, ? not known.")
    evidence: list[Evidence] = Field(default_factory=list, description="What the rating rests on.")
    note: Text | None = Field(
        default=None, description="Anything worth remembering beside the evidence."
    )


@cache
def _signs() -> dict[str, Cell]:
    """Return the cells that are nothing but a sign: three, of which files are full."""
    return {sign: Cell(rating=sign) for sign in get_args(get_args(Rating)[0])}


def _cells(column: Any) -> Any:
    """Return a column with its bare signs as cells, and whatever else stands there as a rating."""
    if type(column) is not dict:
        return column
    signs = _signs()
    return {
        party: cell
        if type(cell) is dict
        else (type(cell) is str and signs.get(cell)) or {"rating": cell}
        for party, cell in column.items()
    }


class Assessment(FileModel):
    """What was rated, or looked at again, on one day (method, section 2).

    The first one states all that is known; a later one states what changed and what still holds.
    """

    date: Day = Field(description="The day of the assessment; a day occurs once.")
    by: Text | None = Field(default=None, description="Who made it.")
    ratings: dict[CriterionKey, dict[Id, Cell]] = Field(
        default_factory=dict, description="By criterion, a cell for us and for each competitor."
    )

    @model_validator(mode="before")
    @classmethod
    def _with_cells(cls, value: Any) -> Any:
        """Make cells of bare signs, a column at a time: files are full of them."""
        ratings = value.get("ratings") if type(value) is dict else None
        if type(ratings) is not dict:
            return value
        return value | {"ratings": {key: _cells(column) for key, column in ratings.items()}}

    def cell(self, criterion: str, party: str) -> Cell | None:
        """Return what it states of a cell, None where it says nothing."""
        return self.ratings.get(criterion, {}).get(party)


class Competitor(FileModel):
    """Somebody else who wants this deal."""

    name: Text | None = Field(default=None, description="The name to show; the id where left out.")


class CompellingEvent(FileModel):
    """Why the customer must act, and by when (method, criterion 5)."""

    what: Text | None = Field(
        default=None, description="What happens if the customer does not act."
    )
    date: Day | None = Field(default=None, description="The day by which it must have acted.")


class FutureRevenue(FileModel):
    """Further business expected from this customer, in the opportunity's currency."""

    one_year: Amount | None = Field(default=None, description="Within one year.")
    three_years: Amount | None = Field(default=None, description="Within three years.")


class Closed(FileModel):
    """How and when an opportunity ended."""

    date: Day | None = Field(default=None, description="The day on which it was decided.")
    reason: Text | None = Field(default=None, description="Why it was won, lost or given up.")


class StatedAnswer(FileModel):
    """A rep's own answer to a step of the decision tree, over the derived one."""

    answer: YesNo = Field(description="yes or no.")
    because: Text | None = Field(default=None, description="Why.")
    date: Day | None = Field(default=None, description="The day on which it was judged so.")


class ChosenStrategy(FileModel):
    """The strategy that is being followed (method, section 3)."""

    chosen: StrategyKey | None = Field(default=None, description="The strategy that is followed.")
    variation: VariationKey | None = Field(default=None, description="The way it is carried out.")
    since: Day | None = Field(default=None, description="The day from which it is followed.")
    by: Text | None = Field(default=None, description="Who chose it.")
    reason: Text | None = Field(
        default=None, description="Needed where the choice is not the recommended one."
    )
    answers: dict[TreeStepKey, StatedAnswer] = Field(
        default_factory=dict, description="Stated answers to steps of the decision tree."
    )


NO_CHOICE = ChosenStrategy.model_construct()
"""What stands for a strategy where none is chosen; made without validating, which loads slowly."""


class Change(FileModel):
    """A change of a plain field, kept by the tool; of a strategy, all that the new one replaced."""

    date: Day = Field(description="The day of the change.")
    field: Text = Field(description="The field that changed.")
    before: AnyText | None = Field(default=None, alias="from", description="Its value until then.")
    after: AnyText | None = Field(default=None, alias="to", description="Its value from then on.")
    variation: VariationKey | None = Field(
        default=None, description="For strategy.chosen: the way the replaced one was carried out."
    )
    since: Day | None = Field(
        default=None, description="For strategy.chosen: since when the replaced one was followed."
    )
    reason: Text | None = Field(
        default=None, description="For strategy.chosen: why the replaced one was followed."
    )
    by: Text | None = Field(
        default=None, description="For strategy.chosen: who had chosen the replaced one."
    )


class Opportunity(FileModel):
    """A deal: the whole of one file."""

    tas: FormatVersion = Field(description="The version of the file format: 1.")
    name: RequiredText = Field(description="What the deal is about, in a few words.")
    customer: RequiredText = Field(description="The company that buys.")
    external_id: Text | None = Field(default=None, description="The deal's id in the CRM.")
    owner: Text | None = Field(default=None, description="The rep who answers for it.")
    amount: Amount | None = Field(default=None, description="The order's value, in `currency`.")
    currency: Currency | None = Field(
        default=None, description="ISO 4217; the default is in tas.yaml."
    )
    profit: SignedAmount | None = Field(
        default=None, description="The projected profit, in `currency`."
    )
    future_revenue: FutureRevenue | None = Field(
        default=None, description="Further business expected."
    )
    expected_close: Day | None = Field(default=None, description="The day we expect the decision.")
    status: Status = Field(default="open", description="open, won, lost or disengaged.")
    closed: Closed | None = Field(default=None, description="For won, lost and disengaged.")
    competitors: dict[Id, Competitor] = Field(
        default_factory=dict, description="By id; the first one is the primary competitor."
    )
    incumbent: list[Id] | None = Field(
        default=None, description="Who holds a position today: us, competitors' ids, or nobody."
    )
    compelling_event: CompellingEvent | None = Field(
        default=None, description="Why the customer must act, and by when."
    )
    assessments: list[Assessment] = Field(
        default_factory=list, description="In any order; a day occurs once."
    )
    strategy: ChosenStrategy | None = Field(
        default=None, description="The strategy that is followed."
    )
    process: Process | None = Field(
        default=None, description="Where it stands in the sales process."
    )
    debriefs: list[Debrief] = Field(
        default_factory=list, description="Kept by the tool; a day occurs once."
    )
    notes: list[Note] = Field(
        default_factory=list, description="What is worth remembering about the deal."
    )
    history: list[Change] = Field(
        default_factory=list, description="Kept by the tool; in the order of the dates."
    )

    @model_validator(mode="before")
    @classmethod
    def _incumbent_as_list(cls, value: Any) -> Any:
        named = value.get("incumbent") if isinstance(value, dict) else None
        if named is None or isinstance(named, (list, dict)):
            return value
        return value | {"incumbent": [named]}

    @property
    def chosen(self) -> str | None:
        """The strategy that is followed, None where none was chosen."""
        return self.strategy.chosen if self.strategy else None

    @property
    def step(self) -> str | None:
        """The step of the sales process that is being worked on, None where nothing is said."""
        return self.process.step if self.process else None

    def party_name(self, party: str) -> str:
        """Return the name to show for a competitor's id."""
        competitor = self.competitors.get(party)
        return (competitor.name if competitor else None) or party
