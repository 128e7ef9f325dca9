"""Nouns that only tests have: a class and a declaration each, by id and by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from tas_cli import workspace
from tas_cli.commands import NOUN, Command, app, edit_support
from tas_cli.model.base import FileModel
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Amount, Day, Id, RequiredText, StepVerdict, Text
from tas_cli.nouns import catalogue, stored
from tas_cli.nouns.noun import Noun
from tas_cli.reading import read

if TYPE_CHECKING:
    import pytest


class Reach(FileModel):
    """How far a lead goes."""

    now: StepVerdict | None = Field(default=None, description="How far today.")
    note: Text | None = Field(default=None, description="More on it.")


class Lead(FileModel):
    """A lead of the scratch noun."""

    name: RequiredText = Field(description="What it is called.")
    worth: Amount | None = Field(default=None, description="What it may bring.")
    since: Day | None = Field(default=None, description="From when it is known.")
    due: Day | None = Field(default=None, description="By when it counts.")
    kind: StepVerdict | None = Field(default=None, description="What kind it is.")
    tags: list[StepVerdict] = Field(default_factory=list, description="Several kinds.")
    from_lead: Id | None = Field(default=None, description="The lead that it comes from.")
    against: list[Id] = Field(default_factory=list, description="The competitors it is against.")
    reach: Reach | None = Field(default=None, description="How far it goes.")
    rivals: dict[Id, StepVerdict] = Field(default_factory=dict, description="By competitor.")
    evidence: list[Evidence] = Field(default_factory=list, description="What it rests on.")


class Probe(FileModel):
    """A record in a list."""

    date: Day = Field(description="The day of it.")
    by: Text | None = Field(default=None, description="Who did it.")
    what: RequiredText = Field(description="What was found.")


class ScratchDeal(Opportunity):
    """A deal with the keys of both."""

    leads: dict[Id, Lead] = Field(default_factory=dict, description="By id.")
    probes: list[Probe] = Field(default_factory=list, description="In order.")


LEADS = Noun(
    key="leads",
    one="lead",
    model=Lead,
    about="Keep leads.",
    table=("name", "kind", "reach.now"),
    new="KEY",
    same=("name",),
    refers={"from_lead": "leads", "against": "competitors"},
)
PROBES = Noun(
    key="probes",
    one="probe",
    model=Probe,
    about="Keep probes.",
    table=("date", "by", "what"),
    same=("date", "what"),
    main="what",
)


def declare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program know both, as if they had always been part of a file."""
    monkeypatch.setattr(catalogue, "NOUNS", (LEADS, PROBES))
    monkeypatch.setattr(stored, "STORED", (LEADS, PROBES))
    for module in (read, workspace, edit_support):
        monkeypatch.setattr(module, "Opportunity", ScratchDeal)
    for noun in (LEADS, PROBES):
        monkeypatch.setitem(app.BY_NAME, noun.key, Command(noun.key, noun.about, NOUN))
