"""The plan of a deal and its test (method, sections 2, 3, 6 and 7).

Few files have any of it, so it is loaded once one has (`model/deferred.py`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from tas_cli.method.catalogue import criterion_keys
from tas_cli.method.plan import challenge_categories, lost_control, partner_links, tactic_kinds
from tas_cli.model.base import FileModel
from tas_cli.model.debrief import ActionItem
from tas_cli.model.scalars import (
    Amount,
    CriterionKey,
    Day,
    Grade,
    Id,
    Kind,
    Name,
    Rating,
    RequiredText,
    Text,
    choice,
    text_of,
    whole,
)

TacticKindKey = Annotated[str, choice("a kind of tactic", *tactic_kinds())]
CategoryKey = Annotated[str, choice("a category", *challenge_categories())]
LinkKey = Annotated[str, choice("a link to a partner", *partner_links())]
SignKey = Annotated[str, choice("a sign", *lost_control())]
ChallengerRole = Annotated[Literal["team", "spoiler"], choice("team or spoiler", "team", "spoiler")]
CriterionNumber = Annotated[
    int,
    Kind(
        "criterion_number",
        "a criterion's number",
        "write a whole number from 1 to 20",
        whole(1, len(criterion_keys())),
        {"type": "integer", "minimum": 1, "maximum": len(criterion_keys())},
    ),
]
"""A criterion by its number."""
_CLOCK_PATTERN = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
ClockTime = Annotated[
    str,
    Kind(
        "clock_time",
        "a time of day",
        'write hours and minutes in quotes, such as "08:00"',
        text_of(_CLOCK_PATTERN),
        {"type": "string", "pattern": _CLOCK_PATTERN},
    ),
]
"""A time of day, on 24 hours."""


class ObjectiveItem(FileModel):
    """A part of the objective."""

    what: RequiredText = Field(description="What the customer buys.")
    amount: Amount | None = Field(default=None, description="What it is worth, in `currency`.")


class Objective(FileModel):
    """What must be accomplished: specific, measurable, by a day (method, section 3)."""

    what: Text | None = Field(default=None, description="What must be accomplished.")
    items: list[ObjectiveItem] = Field(
        default_factory=list, description="Its parts; their amounts add up to the deal's."
    )
    due: Day | None = Field(
        default=None, description="By when; by default, the day the deal is expected to close."
    )


class CustomerFrame(FileModel):
    """The customer's own plan, which ours must support."""

    goal: Text | None = Field(default=None, description="Where the customer is going.")
    objective: Text | None = Field(default=None, description="What the customer must accomplish.")
    strategy: Text | None = Field(default=None, description="How the customer wants to do it.")


class Tactic(FileModel):
    """What somebody does to win: who, when, with what, and what its cost buys (section 6)."""

    what: RequiredText = Field(description="What must be achieved.")
    kind: TacticKindKey | None = Field(
        default=None, description="prove, retrieve, insulate, minimize or emphasize."
    )
    criteria: list[CriterionNumber] = Field(
        default_factory=list, description="The criteria that it is about, by number."
    )
    people: list[Id] = Field(default_factory=list, description="With whom: short names.")
    owner: Text | None = Field(default=None, description="Who does it.")
    due: Day | None = Field(default=None, description="The day it is due.")
    time: ClockTime | None = Field(default=None, description="At what time, such as 08:00.")
    resources: Text | None = Field(default=None, description="What it takes.")
    cost: Amount | None = Field(default=None, description="What it costs, in `currency`.")
    gain: Text | None = Field(default=None, description="What that buys.")
    done: Day | None = Field(default=None, description="The day it was done.")
    result: Text | None = Field(default=None, description="What came of it.")


class AgreedPlan(FileModel):
    """Who at the customer agreed to the dates, and when."""

    who: Text | None = Field(default=None, description="Who agreed.")
    when: Day | None = Field(default=None, description="The day of the agreement.")


class ClosePlan(FileModel):
    """The customer's own dates on the way to the signature; the rest is counted back."""

    agreed: AgreedPlan | None = Field(
        default=None, description="Who agreed to the dates, and when."
    )
    dates: dict[Name, Day] = Field(
        default_factory=dict, description="The customer's day for an outcome of a sales step."
    )


class Scores(FileModel):
    """How sound the answer to a question is, from 1 to 5: in a file, `4 2 3` or a mapping."""

    confidence: Grade | None = Field(default=None, description="How sure we can be of it.")
    implications: Grade | None = Field(
        default=None, description="How well we know what follows from it."
    )
    actions: Grade | None = Field(default=None, description="How good our actions are.")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        """Read three grades in one text, in the order of the columns."""
        parts = value.split() if isinstance(value, str) else ()
        return dict(zip(cls.model_fields, parts, strict=True)) if len(parts) == 3 else value


class Point(ActionItem):
    """A challenge that was raised, and what became of it: an action item with its answer."""

    what: RequiredText = Field(description="The challenge.")
    recommendation: Text | None = Field(default=None, description="What the challenger recommends.")
    answer: Text | None = Field(default=None, description="The team's answer.")
    owner: Text | None = Field(default=None, description="Who follows it up.")


class Challenge(FileModel):
    """One test of the plan: by its own team, or by an outsider, the spoiler (section 7)."""

    date: Day = Field(description="The day of the challenge.")
    by: Text | None = Field(default=None, description="Who scored.")
    role: ChallengerRole = Field(default="team", description="team or spoiler.")
    scores: dict[CategoryKey, dict[Name, Scores]] = Field(
        default_factory=dict,
        description="By category and question: confidence, implications, actions.",
    )
    points: list[Point] = Field(default_factory=list, description="The challenges raised.")


class ChallengeFile(FileModel):
    """A challenge to read with `tas challenge --from`; options of the call override it."""

    date: Day | None = Field(default=None, description="The day; by default, today.")
    by: Text | None = Field(default=None, description="Who scored.")
    role: ChallengerRole | None = Field(default=None, description="team or spoiler.")
    scores: dict[CategoryKey, dict[Name, Scores]] = Field(
        default_factory=dict, description="The grades, as in the file of a deal."
    )
    points: list[Point] = Field(default_factory=list, description="The challenges raised.")


class Partner(FileModel):
    """A business partner: how it can help, and along which links (method, section 2)."""

    name: Text | None = Field(default=None, description="The name to show.")
    helps: dict[CriterionKey, Text] = Field(
        default_factory=dict, description="How it can help, by criterion."
    )
    also_with: list[Id] = Field(
        default_factory=list, description="Competitors with whom it also works: short names."
    )
    links: dict[LinkKey, Rating] = Field(
        default_factory=dict,
        description="How strong it is: solutions, marketing, sales, implementation, post_sales.",
    )


class Sign(FileModel):
    """A sign that we are not in control of the sale (method, section 2)."""

    date: Day = Field(description="The day it was noticed.")
    sign: SignKey = Field(description="What was noticed; `tas signs --help` lists them.")
    note: Text | None = Field(default=None, description="More on it.")


MaybeObjective = Objective | None
MaybeCustomer = CustomerFrame | None
Tactics = list[Tactic]
MaybeClosePlan = ClosePlan | None
Challenges = list[Challenge]
Partners = dict[Id, Partner]
Signs = list[Sign]
