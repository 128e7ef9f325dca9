"""The sales process in an opportunity file: the step worked on, and what shows for each step.

Names of steps and outcomes are not fixed here: a company may rename and add them in its settings.
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
    link: Text | None = Field(default=None, description="Where it can be looked at.")


class MetOutcome(FileModel):
    """Something that the buyer did: what makes a step complete (method, section 8)."""

    date: Day | None = Field(default=None, description="The day on which the buyer did it.")
    evidence: list[Evidence] = Field(default_factory=list, description="What shows it.")


class SalesActivity(FileModel):
    """Something that we do in a step."""

    status: ActivityStatus | None = Field(default=None, description="planned, under_way or done.")
    date: Day | None = Field(default=None, description="The day it is planned for or was done on.")
    preparation: Preparation | None = Field(default=None, description="What was prepared for it.")


class StepRecord(FileModel):
    """What happened in one step of the sales process."""

    started: Day | None = Field(default=None, description="The day on which work on it began.")
    completed: Day | None = Field(default=None, description="The day on which it was done.")
    outcomes: dict[Name, MetOutcome] = Field(
        default_factory=dict, description="By name, what the buyer has done."
    )
    activities: dict[Name, SalesActivity] = Field(
        default_factory=dict, description="By name, what we do."
    )


class Process(FileModel):
    """Where an opportunity stands in the sales process (method, section 8)."""

    step: Name | None = Field(
        default=None, description="The step being worked on: those before it are claimed as done."
    )
    probability: Percent | None = Field(
        default=None, description="Of winning, in percent, where it is not the step's own."
    )
    steps: dict[Name, StepRecord] = Field(
        default_factory=dict, description="By name, what happened in each step."
    )
