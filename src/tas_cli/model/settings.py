"""The selling company's settings: `tas.yaml` at the root of a workspace; all have defaults."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import FutureRevenue
from tas_cli.model.scalars import (
    Amount,
    Currency,
    Days,
    FormatVersion,
    Name,
    Percent,
    Rate,
    RuleLevel,
    Text,
    YesNo,
)

DEFAULT_DEBRIEF_AFTER = 30
"""Days after which an open deal is due for a debrief, where nothing else is set."""
DEFAULT_STALE_AFTER = 90
"""Days after which a rating counts as stale, where nothing else is set."""


class Thresholds(FileModel):
    """What is asked of criteria 16 to 18, one set for all opportunities (method, section 2)."""

    order_amount: Amount | None = Field(
        default=None, description="Short-term revenue (#16) is high from this order amount on."
    )
    days_to_close: Days | None = Field(
        default=None, description="Short-term revenue (#16): the deal closes within so many days."
    )
    future_revenue: FutureRevenue | None = Field(
        default=None, description="Future revenue (#17) is high from these amounts on."
    )
    profit: Amount | None = Field(
        default=None, description="Profitability (#18) is high from this profit on."
    )


class OutcomeSettings(FileModel):
    """What differs from the method for one outcome of a step, or what one of your own is."""

    title: Text | None = Field(default=None, description="What the buyer did, to be shown.")
    mandatory: YesNo = Field(
        default="no", description="Whether the step needs it, whatever the share."
    )


class StepSettings(FileModel):
    """What differs from the method for one step of the sales process, or a step added to it.

    A step of a name that the method does not have is added behind the step that `after` names.
    """

    title: Text | None = Field(default=None, description="The step's name to show.")
    milestone: Text | None = Field(default=None, description="What is reached when it is done.")
    after: Name | None = Field(
        default=None, description="For a step of your own: the step that it comes after."
    )
    outcomes: dict[Name, OutcomeSettings] = Field(
        default_factory=dict, description="By name: outcomes renamed, made mandatory or added."
    )
    needed: Percent | None = Field(
        default=None, description="The share of its outcomes that completes the step; all of them."
    )
    probability: Percent | None = Field(default=None, description="Of winning, in percent.")
    days: Days | None = Field(default=None, description="The step's usual length in days.")
    stale_after: Days | None = Field(
        default=None, description="Days after which a rating is stale while this step is worked on."
    )


class Member(FileModel):
    """Somebody who owns opportunities."""

    name: Text | None = Field(default=None, description="The name to show.")
    team: Text | None = Field(default=None, description="The team the person belongs to.")


class Settings(FileModel):
    """The whole of `tas.yaml`."""

    tas: FormatVersion = Field(default=1, description="The version of the file format: 1.")
    name: Text | None = Field(default=None, description="The selling company's name.")
    currency: Currency = Field(default="USD", description="For opportunities that name none.")
    thresholds: Thresholds | None = Field(
        default=None, description="What criteria 16 to 18 ask for."
    )
    stale_after: Days = Field(
        default=DEFAULT_STALE_AFTER, description="Days after which a rating is stale."
    )
    steps: dict[Name, StepSettings] = Field(
        default_factory=dict,
        description="The steps of your sales process, where they differ from the method's example.",
    )
    debrief_after: Days = Field(
        default=DEFAULT_DEBRIEF_AFTER,
        description="Days after which an open deal is due for a debrief.",
    )
    rates: dict[Currency, Rate] = Field(
        default_factory=dict,
        description="What one unit of another currency is worth in `currency`, for totals.",
    )
    team: dict[Text, Member] = Field(
        default_factory=dict, description="Owners by the name used in `owner:`."
    )
    rules: dict[Text, RuleLevel] = Field(
        default_factory=dict,
        description=(
            "Checks switched off, lowered or raised: by code, such as TAS205, or by the beginning "
            "of several codes, such as TAS20."
        ),
    )
    rules_for: dict[Text, dict[Text, RuleLevel]] = Field(
        default_factory=dict,
        description=(
            "The same for the files that match a pattern, such as opportunities/archive/**; of "
            "several patterns the last counts."
        ),
    )

    def stale_for(self, step: str | None) -> int:
        """Return the days after which a rating is stale while that step is worked on."""
        own = self.steps.get(step) if step else None
        return (own.stale_after if own else None) or self.stale_after
