"""The record of a four-question debrief (method, section 8)."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Day, Name, Proof, RequiredText, StepVerdict, Text


class ActionItem(FileModel):
    """What somebody has agreed to do after a debrief; the next debrief asks about it."""

    what: RequiredText = Field(description="What somebody will do.")
    owner: Text | None = Field(default=None, description="Who will do it.")
    due: Day | None = Field(default=None, description="The day it is due.")
    done: Day | None = Field(default=None, description="The day it was done.")
    tactic: Day | None = Field(
        default=None, description="The day it became a tactic, which is followed up instead."
    )


class Debrief(FileModel):
    """One debrief: the four answers, and what was agreed.

    `claimed` is the last step that the rep called completed, `supported` the last one that the
    evidence showed that day; left out if there was none.
    """

    date: Day = Field(description="The day of the debrief; one debrief per day.")
    by: Text | None = Field(default=None, description="The manager who asked.")
    present: list[RequiredText] = Field(default_factory=list, description="Who answered or sat in.")
    claimed: Name | None = Field(
        default=None, description="The last step completed, according to the rep."
    )
    supported: Name | None = Field(
        default=None, description="The last step completed, according to the evidence."
    )
    outcomes: dict[Name, Proof] = Field(
        default_factory=dict, description="The outcomes of that step: shown, not_shown or doubtful."
    )
    activity: Text | None = Field(
        default=None, description="The activity that the rep is working on."
    )
    preparation: Preparation | None = Field(default=None, description="What was prepared for it.")
    communication: Text | None = Field(
        default=None, description="What we and the customer last discussed, and what comes next."
    )
    step: StepVerdict | None = Field(
        default=None, description="Whether the claimed step was confirmed or reset."
    )
    reset_to: Name | None = Field(default=None, description="The step to work on instead.")
    reason: Text | None = Field(default=None, description="Why the step was reset.")
    actions: list[ActionItem] = Field(default_factory=list, description="Action items.")
    verdict: Text | None = Field(default=None, description="The manager's assessment, in words.")
