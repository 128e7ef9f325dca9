"""The sales process in an opportunity file: the current step, and the evidence for each step.

Names of steps and outcomes are not fixed: a company can rename and add them in its settings.
"""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import ActivityStatus, Day, Name, Percent, Text


class Preparation(FileModel):
    """What was prepared for an activity (method, section 8, the fourth question)."""

    what: Text | None = Field(
        default=None, description="A plan, an agenda, a value proposition, people to meet."
    )
    link: Text | None = Field(default=None, description="Where to find it.")


class MetOutcome(FileModel):
    """Something that the buyer did and that completes a step (method, section 8)."""

    date: Day | None = Field(default=None, description="The day the buyer did it.")
    evidence: list[Evidence] = Field(default_factory=list, description="The evidence for it.")


class SalesActivity(FileModel):
    """Something that we do in a step."""

    status: ActivityStatus | None = Field(default=None, description="planned, under_way or done.")
    date: Day | None = Field(default=None, description="The day it is planned for or was done.")
    preparation: Preparation | None = Field(default=None, description="What was prepared for it.")


class StepRecord(FileModel):
    """What happened in one step of the sales process."""

    started: Day | None = Field(default=None, description="The day work on the step began.")
    completed: Day | None = Field(default=None, description="The day the step was completed.")
    outcomes: dict[Name, MetOutcome] = Field(
        default_factory=dict, description="What the buyer has done, by outcome."
    )
    activities: dict[Name, SalesActivity] = Field(
        default_factory=dict, description="What we do, by activity."
    )


class Process(FileModel):
    """How far a deal has come in the sales process (method, section 8)."""

    step: Name | None = Field(
        default=None, description="The step you are working on; earlier steps count as claimed."
    )
    probability: Percent | None = Field(
        default=None,
        description="The probability of winning, in percent, if it differs from the step's.",
    )
    steps: dict[Name, StepRecord] = Field(
        default_factory=dict, description="What happened in each step."
    )
