"""The record of a four-question debrief (method, section 8)."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Day, Name, Proof, RequiredText, StepVerdict, Text


class CorrectiveAction(FileModel):
    """What somebody is to do after a debrief; the next one asks for it."""

    what: RequiredText = Field(description="What is to be done.")
    owner: Text | None = Field(default=None, description="Who does it.")
    due: Day | None = Field(default=None, description="The day by which it is done.")
    done: Day | None = Field(default=None, description="The day on which it was done.")


class Debrief(FileModel):
    """One debrief: the four answers, and what came of it.

    `claimed` is the last step that the rep called completed, `supported` the last one that the
    evidence showed that day; left out where it was none.
    """

    date: Day = Field(description="The day of the debrief; a day occurs once.")
    by: Text | None = Field(default=None, description="Who asked: the manager.")
    present: list[RequiredText] = Field(
        default_factory=list, description="Who answered, or sat in."
    )
    claimed: Name | None = Field(
        default=None, description="The last step completed, as the rep told it."
    )
    supported: Name | None = Field(
        default=None, description="The last step completed, as the evidence shows it."
    )
    outcomes: dict[Name, Proof] = Field(
        default_factory=dict, description="By outcome of that step: shown, not_shown or doubtful."
    )
    activity: Text | None = Field(default=None, description="The activity that is being worked on.")
    preparation: Preparation | None = Field(default=None, description="What exists for it.")
    communication: Text | None = Field(
        default=None, description="What the customer and we last said, and what is next."
    )
    step: StepVerdict | None = Field(
        default=None, description="Whether the claimed step was confirmed or reset."
    )
    reset_to: Name | None = Field(default=None, description="The step to be worked on instead.")
    reason: Text | None = Field(default=None, description="Why it was reset.")
    actions: list[CorrectiveAction] = Field(default_factory=list, description="What is to be done.")
    verdict: Text | None = Field(default=None, description="The manager's judgement, in words.")
