"""A person on the map of a deal or an account (method, sections 4 and 5).

Every field is optional, since a deal's entry may only add to the account's.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import (
    AdaptabilityKey,
    ApproachKey,
    CoverageKey,
    CredibilityKey,
    Day,
    Grade,
    Id,
    InfluenceSource,
    PowerBand,
    RoleKey,
    StandingKey,
    Text,
    YesNo,
)


class Relationship(FileModel):
    """What this person sees in us, on the square of trust and capability."""

    now: CredibilityKey | None = Field(default=None, description="What we are to this person.")
    wanted: CredibilityKey | None = Field(default=None, description="What we want to be.")
    held_by: Text | None = Field(default=None, description="Who of us has this relationship.")


class Agenda(FileModel):
    """What drives a person."""

    business: Text | None = Field(
        default=None, description="How this person is measured and rewarded."
    )
    personal: Text | None = Field(
        default=None, description="What this person wants for themselves, also against us."
    )


class PlannedApproach(FileModel):
    """How we deal with a person."""

    strategy: ApproachKey | None = Field(
        default=None, description="leverage, motivate or neutralize."
    )
    what: Text | None = Field(default=None, description="What we do.")
    owner: Text | None = Field(default=None, description="Who does it.")
    due: Day | None = Field(default=None, description="By when.")
    message: Text | None = Field(default=None, description="What this person should remember.")


class Person(FileModel):
    """Somebody who can sway the decision, at the customer or outside it."""

    name: Text | None = Field(default=None, description="First and last name.")
    title: Text | None = Field(default=None, description="The person's job.")
    company: Text | None = Field(
        default=None, description="For outsiders: whom they work for; by default, the customer."
    )
    reports_to: Id | None = Field(default=None, description="The person's boss: a short name.")
    roles: list[RoleKey] = Field(
        default_factory=list,
        description="Parts in the decision: user, evaluator, decision_maker, approver, sponsor.",
    )
    adaptability: AdaptabilityKey | None = Field(
        default=None,
        description="The attitude to change: innovator, visionary, pragmatist, conservative or"
        " laggard.",
    )
    coverage: CoverageKey | None = Field(
        default=None, description="Our contact: none, brief, multiple or in_depth."
    )
    status: StandingKey | None = Field(
        default=None, description="With us: enemy, non_supporter, neutral, supporter or mentor."
    )
    rank: Grade | None = Field(default=None, description="Formal rank, from 1 to 5.")
    influence: Grade | None = Field(default=None, description="Informal influence, from 1 to 5.")
    influences: list[Id] = Field(
        default_factory=list, description="Whom this person influences: short names."
    )
    conflicts: list[Id] = Field(
        default_factory=list, description="With whom this person is in conflict: short names."
    )
    relationship: Relationship | None = Field(
        default=None, description="What we are to this person, and want to be."
    )
    rivals: dict[Id, StandingKey] = Field(
        default_factory=dict, description="How competitors stand with this person."
    )
    unidentified: YesNo | None = Field(
        default=None, description="yes if there is somebody, but you do not know who."
    )
    last_met: Day | None = Field(default=None, description="When one of us last met this person.")
    via: Id | None = Field(
        default=None, description="Through whom we reach this person: a short name."
    )
    agenda: Agenda | None = Field(default=None, description="What drives this person.")
    sources: dict[InfluenceSource, PowerBand] = Field(
        default_factory=dict,
        description="Where the influence comes from, by source: inner_circle or structure.",
    )
    approach: PlannedApproach | None = Field(
        default=None, description="How we deal with this person."
    )
    left: Day | None = Field(
        default=None, description="The day the person left or moved; stays on the map, in gray."
    )
    as_of: Day | None = Field(default=None, description="When you last looked at this entry.")
    evidence: list[Evidence] = Field(
        default_factory=list,
        description="What supports this entry; without any, it counts as assumed.",
    )

    @property
    def identified(self) -> bool:
        """Whether we know who this is."""
        return self.unidentified != "yes"

    @property
    def approached(self) -> bool:
        """Whether it is planned how we deal with this person."""
        return bool(self.approach and (self.approach.strategy or self.approach.what))

    def named(self, key: str) -> str:
        """Return what to call the person with this short name: the name, if there is one.

        Somebody who is not identified goes by the title.
        """
        return self.name or (None if self.identified else self.title) or key

    def titled(self, key: str) -> str:
        """Return the same with the title."""
        return ", ".join(dict.fromkeys(filter(None, (self.named(key), self.title))))

    def gone(self, day: date) -> bool:
        """Whether the person has left by a day."""
        return self.left is not None and self.left <= day
