"""What is true of a customer across its deals (method, section 9).

Few accounts have any of it, so it is loaded once one has (`model/deferred.py`).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas_cli.method.value import need_levels
from tas_cli.model.base import FileModel
from tas_cli.model.debrief import ActionItem
from tas_cli.model.scalars import (
    Amount,
    Day,
    Id,
    Kind,
    Rating,
    RequiredText,
    Text,
    choice,
    text_of,
    whole,
)

NeedLevel = Annotated[str, choice("must, more or delight", *need_levels())]
Side = Annotated[str, choice("ours or theirs", "ours", "theirs")]
_MET_PATTERN = r"^(yes|no|[0-9]{4}-[0-9]{2}-[0-9]{2})$"
Met = Annotated[
    str,
    Kind(
        "met",
        "yes, no or a date",
        "write yes, no, or the day it was met",
        text_of(_MET_PATTERN),
        {"type": "string", "pattern": _MET_PATTERN},
    ),
]
"""Whether a condition is met, or since when."""
HowWell = Annotated[
    int,
    Kind(
        "how_well",
        "a grade from 1 to 3",
        "write 1 (not well), 2 (moderately) or 3 (very well)",
        whole(1, 3),
        {"type": "integer", "minimum": 1, "maximum": 3},
    ),
]
"""An answer of the self-check: 1 not well, 2 moderately, 3 very well."""


class PotentialDeal(FileModel):
    """A deal that may come, and has no file yet."""

    what: RequiredText = Field(description="What the deal would be about.")
    amount: Amount | None = Field(default=None, description="What it may be worth.")
    when: Day | None = Field(default=None, description="When it may come.")
    trigger: Text | None = Field(default=None, description="What would start it.")


class _Implied(FileModel):
    """What something means, for them first and then for us, and what we do about it."""

    what: RequiredText = Field(description="What it is.")
    means_for_them: Text | None = Field(default=None, description="What it means for them.")
    means_for_us: Text | None = Field(default=None, description="What it means for us.")
    actions: list[ActionItem] = Field(default_factory=list, description="What we do about it.")


class Priority(_Implied):
    """A challenge or chance of the customer that matters to us."""

    their_action: Text | None = Field(default=None, description="What they do about it.")
    executive: Id | None = Field(
        default=None, description="Who is responsible for it at the customer: a short name."
    )


class Trait(_Implied):
    """A strength, weakness, opportunity or threat of the customer in its own industry."""


class Swot(FileModel):
    """The customer in its own industry."""

    strengths: list[Trait] = Field(default_factory=list, description="What is unique about it.")
    weaknesses: list[Trait] = Field(default_factory=list, description="What holds it back.")
    opportunities: list[Trait] = Field(default_factory=list, description="What it works on.")
    threats: list[Trait] = Field(default_factory=list, description="What it must answer.")


class Need(FileModel):
    """What some people want on a topic: what they must have, what is better, what delights."""

    topic: RequiredText = Field(description="What they care about.")
    people: list[Id] = Field(default_factory=list, description="Whose need it is: short names.")
    must: list[RequiredText] = Field(
        default_factory=list, description="Lost without it, and no advantage from it."
    )
    more: list[RequiredText] = Field(
        default_factory=list, description="The more, the better: begins to set us apart."
    )
    delight: list[RequiredText] = Field(
        default_factory=list, description="What they have not imagined."
    )
    met: dict[NeedLevel, Rating] = Field(
        default_factory=dict, description="How well our solution meets it: must, more, delight."
    )


class Condition(FileModel):
    """A condition of working together, ours or theirs."""

    side: Side = Field(description="ours if we must meet it, theirs if the customer must.")
    what: RequiredText = Field(description="The condition.")
    due: Day | None = Field(default=None, description="By when.")
    met: Met | None = Field(default=None, description="yes, no, or the day it was met.")


class Alignment(FileModel):
    """The self-check: how well our own side works together on this customer."""

    date: Day = Field(description="The day of the check.")
    by: Text | None = Field(default=None, description="Who checked.")
    connected: HowWell | None = Field(
        default=None, description="Is everyone who deals with the customer connected? 1 to 3."
    )
    informed: HowWell | None = Field(
        default=None, description="Does everyone hear of key activities? 1 to 3."
    )
    shared_aim: HowWell | None = Field(
        default=None, description="Is there one aim that all share? 1 to 3."
    )


PotentialDeals = list[PotentialDeal]
Priorities = list[Priority]
MaybeSwot = Swot | None
Needs = list[Need]
Conditions = list[Condition]
Alignments = list[Alignment]
