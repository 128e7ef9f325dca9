"""An opportunity file (the file format's version 1).

New parts of the format become optional keys. Every file that is valid today stays valid.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import Field, model_validator

from tas_cli.diagnostics import Path
from tas_cli.method.cells import CellKey
from tas_cli.model.base import FileModel
from tas_cli.model.debrief import ActionItem, Debrief
from tas_cli.model.deferred import Deferred
from tas_cli.model.evidence import Evidence
from tas_cli.model.note import Note
from tas_cli.model.person import Person
from tas_cli.model.process import Process
from tas_cli.model.scalars import (
    Amount,
    AnyText,
    CriterionKey,
    Currency,
    Day,
    Forecast,
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
    Winner,
    YesNo,
)

if TYPE_CHECKING:
    from tas_cli.model.plan import (
        Challenges,
        MaybeClosePlan,
        MaybeCustomer,
        MaybeObjective,
        Partners,
        Signs,
        Tactics,
    )
    from tas_cli.model.value import MaybeValue
else:
    Challenges = Annotated[Any, Deferred("plan.Challenges")]
    MaybeClosePlan = Annotated[Any, Deferred("plan.MaybeClosePlan")]
    MaybeCustomer = Annotated[Any, Deferred("plan.MaybeCustomer")]
    MaybeObjective = Annotated[Any, Deferred("plan.MaybeObjective")]
    MaybeValue = Annotated[Any, Deferred("value.MaybeValue")]
    Partners = Annotated[Any, Deferred("plan.Partners")]
    Signs = Annotated[Any, Deferred("plan.Signs")]
    Tactics = Annotated[Any, Deferred("plan.Tactics")]


CHALLENGES = "challenges"
"""The key of the challenges, whose points are action items, too."""


class Cell(FileModel):
    """A party's rating on one criterion: in a file, the sign alone or a mapping with more."""

    rating: Rating = Field(description="+ favorable, - unfavorable, ? unknown.")
    evidence: list[Evidence] = Field(default_factory=list, description="What supports the rating.")
    note: Text | None = Field(default=None, description="Anything else worth remembering.")

    def fits(self, other: Cell) -> bool:
        """Whether both can be one cell: with one sign, and one note at most."""
        return self.rating == other.rating and self.note in (None, other.note or self.note)


@cache
def _signs() -> dict[str, Cell]:
    """Return the three cells that are only a sign, of which files have many."""
    return {sign: Cell(rating=sign) for sign in get_args(get_args(Rating)[0])}


def _cells(column: Any) -> Any:
    """Return a column with its bare signs as cells, and anything else as a rating."""
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
    """What was rated or confirmed on one day (method, section 2).

    The first one states everything known; a later one states what changed and what is still true.
    """

    date: Day = Field(description="The day of the assessment; one assessment per day.")
    by: Text | None = Field(default=None, description="Who made the assessment.")
    ratings: dict[CriterionKey, dict[Id, Cell]] = Field(
        default_factory=dict,
        description="For each criterion, a rating for us and for each competitor.",
    )

    @model_validator(mode="before")
    @classmethod
    def _with_cells(cls, value: Any) -> Any:
        """Turn bare signs into cells, a column at a time: files have many of them."""
        ratings = value.get("ratings") if type(value) is dict else None
        if type(ratings) is not dict:
            return value
        return value | {"ratings": {key: _cells(column) for key, column in ratings.items()}}

    def cell(self, criterion: str, party: str) -> Cell | None:
        """Return what it states about a cell, None if nothing."""
        return self.ratings.get(criterion, {}).get(party)

    @property
    def cells(self) -> list[CellKey]:
        """The cells that it states."""
        return [(key, party) for key, column in self.ratings.items() for party in column]

    def differing(self, other: Assessment) -> list[CellKey]:
        """Return the cells that both state, but with different ratings or notes."""
        both = [(cell, self.cell(*cell), other.cell(*cell)) for cell in self.cells]
        return [cell for cell, mine, theirs in both if mine and theirs and not mine.fits(theirs)]


class Dropped(FileModel):
    """How a competitor dropped out; its ratings stay, but no longer count from that day on."""

    date: Day = Field(description="The first day it no longer competes.")
    reason: Text | None = Field(default=None, description="Why it dropped out.")


class Competitor(FileModel):
    """Somebody who competes for this deal."""

    name: Text | None = Field(
        default=None, description="The name to show; by default, the short name."
    )
    out: Dropped | None = Field(
        default=None, description="Since when, and why, it is out of the race."
    )

    def out_on(self, day: date) -> bool:
        """Whether it is out of the race on a day; the day it dropped out counts."""
        return self.out is not None and self.out.date <= day


class CompellingEvent(FileModel):
    """Why the customer must act, and by when (method, criterion 5)."""

    what: Text | None = Field(
        default=None, description="Why the customer must act: what happens otherwise."
    )
    date: Day | None = Field(default=None, description="The day by which the customer must act.")


class FutureRevenue(FileModel):
    """Further business expected from this customer, in the deal's currency."""

    one_year: Amount | None = Field(default=None, description="Within one year.")
    three_years: Amount | None = Field(default=None, description="Within three years.")


class Closed(FileModel):
    """How and when a deal ended."""

    date: Day | None = Field(default=None, description="The day the deal was closed.")
    reason: Text | None = Field(default=None, description="Why it was won, lost or abandoned.")
    to: Winner | None = Field(
        default=None,
        description="Who won a lost deal: a competitor's short name, no_decision or in_house.",
    )


class NextMeeting(FileModel):
    """The next meeting with the customer."""

    date: Day | None = Field(default=None, description="The day of the meeting.")
    people: list[RequiredText] = Field(
        default_factory=list, alias="with", description="Whom you will meet."
    )
    what: Text | None = Field(default=None, description="What the meeting is about.")


class OnHold(FileModel):
    """A deal that waits for something to happen."""

    since: Day | None = Field(default=None, description="The day it was put on hold.")
    trigger: Text | None = Field(default=None, description="What has to happen to resume it.")


class _Agreed(FileModel):
    date: Day = Field(description="The day it was agreed on.")


class AgreedAction(ActionItem, _Agreed):
    """An action item agreed on outside a debrief."""


class StatedAnswer(FileModel):
    """A rep's own answer to a question of the decision tree; it overrides the derived one."""

    answer: YesNo = Field(description="yes or no.")
    because: Text | None = Field(default=None, description="The reason for the answer.")
    date: Day | None = Field(default=None, description="The day of the answer.")


class ChosenStrategy(FileModel):
    """The chosen strategy (method, section 3)."""

    chosen: StrategyKey | None = Field(default=None, description="The chosen strategy.")
    variation: VariationKey | None = Field(
        default=None, description="The variation of the strategy."
    )
    since: Day | None = Field(default=None, description="The day it was chosen.")
    by: Text | None = Field(default=None, description="Who chose it.")
    reason: Text | None = Field(
        default=None, description="Why; required if the strategy is not the recommended one."
    )
    answers: dict[TreeStepKey, StatedAnswer] = Field(
        default_factory=dict, description="Your own answers to questions of the decision tree."
    )
    goal: Text | None = Field(
        default=None, description="Where we are going with this customer, in the long run."
    )
    objective: MaybeObjective = Field(
        default=None, description="What must be accomplished: specific, measurable, by a day."
    )
    customer: MaybeCustomer = Field(
        default=None, description="The customer's own goal, objective and strategy."
    )


NO_CHOICE = ChosenStrategy.model_construct()
"""The strategy of a deal that has none; made without validation, which loads slowly."""


class Change(FileModel):
    """A change of a field, recorded by tas; for a strategy, everything the new choice replaced."""

    date: Day = Field(description="The day of the change.")
    field: Text = Field(description="The field that changed.")
    before: AnyText | None = Field(default=None, alias="from", description="Its value before.")
    after: AnyText | None = Field(default=None, alias="to", description="Its value after.")
    variation: VariationKey | None = Field(
        default=None, description="For strategy.chosen: the variation of the previous strategy."
    )
    since: Day | None = Field(
        default=None, description="For strategy.chosen: the day the previous strategy was chosen."
    )
    reason: Text | None = Field(
        default=None, description="For strategy.chosen: why the previous strategy was chosen."
    )
    by: Text | None = Field(
        default=None, description="For strategy.chosen: who chose the previous strategy."
    )


class Opportunity(FileModel):
    """A deal: one file."""

    tas: FormatVersion = Field(description="The version of the file format: 1.")
    name: RequiredText = Field(description="What the deal is about, in a few words.")
    customer: RequiredText = Field(description="The company you are selling to.")
    account: Id | None = Field(
        default=None, description="The customer's file, accounts/ID.yaml: its short name."
    )
    external_id: Text | None = Field(default=None, description="The deal's ID in your CRM.")
    owner: Text | None = Field(default=None, description="The rep who owns the deal.")
    amount: Amount | None = Field(default=None, description="The order amount, in `currency`.")
    currency: Currency | None = Field(
        default=None, description="ISO 4217 code; the default is in tas.yaml."
    )
    profit: SignedAmount | None = Field(
        default=None, description="The projected profit, in `currency`."
    )
    future_revenue: FutureRevenue | None = Field(
        default=None, description="Further business expected from this customer."
    )
    expected_close: Day | None = Field(
        default=None, description="The day we expect to close the deal."
    )
    forecast: Forecast | None = Field(
        default=None,
        description="The rep's call: omitted, pipeline, best_case or commit; by default, what the"
        " evidence shows.",
    )
    next: NextMeeting | None = Field(
        default=None, description="The next meeting with the customer."
    )
    on_hold: OnHold | None = Field(
        default=None, description="Since when the deal has been on hold, and what will resume it."
    )
    status: Status = Field(default="open", description="open, won, lost or disengaged.")
    closed: Closed | None = Field(
        default=None, description="How a won, lost or disengaged deal ended."
    )
    competitors: dict[Id, Competitor] = Field(
        default_factory=dict,
        description="Competitors by short name; the first one is the primary competitor.",
    )
    incumbent: list[Id] | None = Field(
        default=None,
        description="Who has a position today: us, competitors' short names, or nobody.",
    )
    compelling_event: CompellingEvent | None = Field(
        default=None, description="Why the customer must act, and by when."
    )
    people: Annotated[dict[Id, Person], Deferred()] = Field(
        default_factory=dict,
        description="People by short name; they add to the account's, or override parts of them.",
    )
    assessments: list[Assessment] = Field(
        default_factory=list, description="Ratings by day, in any order; one assessment per day."
    )
    strategy: ChosenStrategy | None = Field(default=None, description="The chosen strategy.")
    tactics: Tactics = Field(
        default_factory=list, description="What we do to win, by whom and when."
    )
    close_plan: MaybeClosePlan = Field(
        default=None, description="The customer's own dates on the way to the signature."
    )
    challenges: Challenges = Field(
        default_factory=list, description="Tests of the plan, by the team and by a spoiler."
    )
    value: MaybeValue = Field(
        default=None, description="What the deal is worth to the customer, in figures."
    )
    partners: Partners = Field(default_factory=dict, description="Business partners by short name.")
    signs: Signs = Field(
        default_factory=list, description="Signs that we are not in control of the sale."
    )
    process: Process | None = Field(
        default=None, description="How far the deal has come in the sales process."
    )
    debriefs: list[Debrief] = Field(
        default_factory=list, description="Debriefs, recorded by tas; one per day."
    )
    actions: list[AgreedAction] = Field(
        default_factory=list, description="Action items agreed on outside a debrief."
    )
    notes: list[Note] = Field(default_factory=list, description="What to remember about the deal.")
    history: list[Change] = Field(
        default_factory=list, description="Changes, recorded by tas, in order of date."
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
        """The chosen strategy, None if there is none."""
        return self.strategy.chosen if self.strategy else None

    @property
    def step(self) -> str | None:
        """The sales step that the deal works on, None if it is not given."""
        return self.process.step if self.process else None

    @property
    def agreed(self) -> list[tuple[date, Path, ActionItem]]:
        """All action items by the day they were agreed on, each with its place in the file.

        On the same day, those of debriefs come first, and points of challenges last. So a later one
        does not move earlier ones.
        """
        found: list[tuple[date, Path, ActionItem]] = [
            (debrief.date, ("debriefs", at, "actions", index), action)
            for at, debrief in enumerate(self.debriefs)
            for index, action in enumerate(debrief.actions)
        ]
        found += ((own.date, ("actions", at), own) for at, own in enumerate(self.actions))
        found += (
            (each.date, (CHALLENGES, at, "points", index), point)
            for at, each in enumerate(self.challenges)
            for index, point in enumerate(each.points)
        )
        return sorted(found, key=lambda each: each[0])

    def competing(self, day: date) -> tuple[str, ...]:
        """Return the competitors in the race on a day, without those that are out by then."""
        return tuple(key for key, each in self.competitors.items() if not each.out_on(day))

    def party_name(self, party: str) -> str:
        """Return the name to show for a competitor."""
        competitor = self.competitors.get(party)
        return (competitor.name if competitor else None) or party
