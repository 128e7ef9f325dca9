"""An account file: a customer, with what its deals share (the file format's version 1)."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Change
from tas_cli.model.person import Person
from tas_cli.model.scalars import Amount, FormatVersion, Id, MarketKind, RequiredText, Text


class Account(FileModel):
    """A customer: one file."""

    tas: FormatVersion = Field(description="The version of the file format: 1.")
    name: RequiredText = Field(description="The customer's name.")
    external_id: Text | None = Field(default=None, description="The account's ID in your CRM.")
    potential: Amount | None = Field(
        default=None, description="What this customer may bring in a year, in your currency."
    )
    market: MarketKind | None = Field(default=None, description="mature or emerging.")
    people: dict[Id, Person] = Field(
        default_factory=dict, description="People by short name; the account's deals have them too."
    )
    history: list[Change] = Field(
        default_factory=list, description="Changes, recorded by tas, in order of date."
    )
