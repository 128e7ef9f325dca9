"""The selling company's settings: `tas.yaml` at the root of a workspace; all have defaults."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import FutureRevenue
from tas_cli.model.scalars import (
    Amount,
    Currency,
    DateOrder,
    Days,
    FormatVersion,
    Grade,
    Month,
    Name,
    NumberStyle,
    Percent,
    Quarter,
    Rate,
    RuleLevel,
    Score,
    StrategyKey,
    Text,
    YesNo,
)
from tas_cli.words import MONTHS

DEFAULT_DEBRIEF_AFTER = 30
"""Days after which an open deal is due for a debrief, by default."""
DEFAULT_STALE_AFTER = 90
"""Days after which a rating counts as stale, by default."""


class Thresholds(FileModel):
    """Your minimums for criteria 16 to 18, for all deals (method, section 2)."""

    order_amount: Amount | None = Field(
        default=None, description="Short-term revenue (#16) is high at this order amount or more."
    )
    days_to_close: Days | None = Field(
        default=None,
        description="Short-term revenue (#16) is high if the deal closes within this many days.",
    )
    future_revenue: FutureRevenue | None = Field(
        default=None, description="Future revenue (#17) is high at these amounts or more."
    )
    profit: Amount | None = Field(
        default=None, description="Profitability (#18) is high at this profit or more."
    )


class OutcomeSettings(FileModel):
    """A change to one of the method's outcomes, or an outcome of your own."""

    title: Text | None = Field(default=None, description="What the buyer did: the title to show.")
    mandatory: YesNo = Field(
        default="no", description="Whether the step always needs it, regardless of `needed`."
    )


class StepSettings(FileModel):
    """A change to one of the method's sales steps, or a step of your own.

    A step with a name of its own is added after the step that `after` names.
    """

    title: Text | None = Field(default=None, description="The step's name to show.")
    milestone: Text | None = Field(
        default=None, description="What is achieved when the step is complete."
    )
    after: Name | None = Field(
        default=None, description="For a step of your own: the step before it."
    )
    outcomes: dict[Name, OutcomeSettings] = Field(
        default_factory=dict, description="Outcomes that you rename, make mandatory or add."
    )
    needed: Percent | None = Field(
        default=None,
        description="The percentage of outcomes needed to complete the step; 100 by default.",
    )
    probability: Percent | None = Field(
        default=None, description="The probability of winning, in percent."
    )
    days: Days | None = Field(default=None, description="The step's usual length in days.")
    stale_after: Days | None = Field(
        default=None, description="Days after which a rating is stale in this step."
    )


class Member(FileModel):
    """Somebody who owns deals."""

    name: Text | None = Field(default=None, description="The name to show.")
    team: Text | None = Field(default=None, description="The team the person belongs to.")


class ForecastFrom(FileModel):
    """What a deal must show to be in a category of the forecast."""

    commit: Name = Field(
        default="proof", description="The step that must be complete by evidence for commit."
    )
    best_case: Name = Field(
        default="solution", description="The step that must be complete by evidence for best case."
    )
    omitted: list[StrategyKey] = Field(
        default=["develop", "disengage"],
        description=(
            "A deal for which only these strategies are possible is not in the forecast, unless "
            "its owner calls it; [] leaves none out."
        ),
    )


class Bands(FileModel):
    """From which influence on, 1 to 5, somebody is in a band (method, section 4)."""

    inner_circle: Grade = Field(default=5, description="Controls what comes out.")
    structure: Grade = Field(default=4, description="The political structure: makes it happen.")
    watch: Grade = Field(default=2, description="Watches; anybody below wonders.")


class ChallengeColors(FileModel):
    """From which score on, 1 to 5, a challenge is red, yellow or green (method, section 7)."""

    red_below: Score = Field(default=Decimal("2.5"), description="A score below this is red.")
    green_from: Score = Field(
        default=Decimal(4), description="A score of this or more is green; between, yellow."
    )


class Settings(FileModel):
    """The whole of `tas.yaml`."""

    tas: FormatVersion = Field(default=1, description="The version of the file format: 1.")
    name: Text | None = Field(default=None, description="The selling company's name.")
    currency: Currency = Field(
        default="USD", description="The currency of deals that do not name one."
    )
    numbers: NumberStyle | None = Field(
        default=None,
        description=(
            "How you type numbers, 1,234.56 or 1.234,56. It decides whether 1.250 is one and a "
            "quarter or a thousand; left out, tas asks you to write one of them."
        ),
    )
    dates: DateOrder | None = Field(
        default=None,
        description=(
            "How you type dates in numbers, month_first or day_first. It decides whether 3/4/2027 "
            "is in March or April; left out, tas asks you to write one of them."
        ),
    )
    thresholds: Thresholds | None = Field(
        default=None, description="Your minimums for criteria 16 to 18."
    )
    stale_after: Days = Field(
        default=DEFAULT_STALE_AFTER, description="Days after which a rating is stale."
    )
    steps: dict[Name, StepSettings] = Field(
        default_factory=dict,
        description="Sales steps that differ from the method's, and steps of your own.",
    )
    debrief_after: Days = Field(
        default=DEFAULT_DEBRIEF_AFTER,
        description="Days after which an open deal is due for a debrief.",
    )
    rates: dict[Currency, Rate] = Field(
        default_factory=dict,
        description="For totals: what one unit of another currency is worth in `currency`.",
    )
    fiscal_year: Month = Field(
        default="january",
        description=(
            "The month in which your fiscal year begins. A year is named by its end: one that "
            "begins in April 2026 is 2027, and its first quarter is 2027Q1."
        ),
    )
    quota: dict[Text, dict[Quarter, Amount]] = Field(
        default_factory=dict,
        description="Each owner's quota by quarter, in `currency`: nicole: {2027Q1: 2500000}.",
    )
    forecast_from: ForecastFrom | None = Field(
        default=None, description="What a deal must show to be in a category of the forecast."
    )
    bands: Bands | None = Field(
        default=None, description="From which influence on people are in which band."
    )
    challenge: ChallengeColors | None = Field(
        default=None, description="Which scores of a challenge are red, yellow and green."
    )
    team: dict[Text, Member] = Field(
        default_factory=dict, description="The team's members, by the name used in `owner:`."
    )
    rules: dict[Text, RuleLevel] = Field(
        default_factory=dict,
        description=(
            "Checks that you switch off, lower or raise: a code, such as TAS205, or the beginning "
            "of several codes, such as TAS20."
        ),
    )
    rules_for: dict[Text, dict[Text, RuleLevel]] = Field(
        default_factory=dict,
        description=(
            "The same for files that match a pattern, such as opportunities/archive/**. If several "
            "patterns match, the last one counts."
        ),
    )

    @property
    def first_month(self) -> int:
        """The number of the month in which the fiscal year begins."""
        return MONTHS.index(self.fiscal_year) + 1

    def stale_for(self, step: str | None) -> int:
        """Return the days after which a rating is stale in that step."""
        own = self.steps.get(step) if step else None
        return (own.stale_after if own else None) or self.stale_after
