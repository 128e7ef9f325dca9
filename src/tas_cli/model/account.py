"""An account file: a customer, with what its deals share (the file format's version 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.deferred import Deferred
from tas_cli.model.opportunity import Change
from tas_cli.model.person import Person
from tas_cli.model.scalars import Amount, FormatVersion, Id, MarketKind, RequiredText, Text

if TYPE_CHECKING:
    from tas_cli.model.customer import (
        Alignments,
        Conditions,
        MaybeSwot,
        Needs,
        PotentialDeals,
        Priorities,
    )
else:
    Alignments = Annotated[Any, Deferred("customer.Alignments")]
    Conditions = Annotated[Any, Deferred("customer.Conditions")]
    MaybeSwot = Annotated[Any, Deferred("customer.MaybeSwot")]
    Needs = Annotated[Any, Deferred("customer.Needs")]
    PotentialDeals = Annotated[Any, Deferred("customer.PotentialDeals")]
    Priorities = Annotated[Any, Deferred("customer.Priorities")]


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
    potential_deals: PotentialDeals = Field(
        default_factory=list, description="Deals that may come, and have no file yet."
    )
    priorities: Priorities = Field(
        default_factory=list, description="The customer's challenges and chances that matter to us."
    )
    swot: MaybeSwot = Field(default=None, description="The customer in its own industry.")
    needs: Needs = Field(default_factory=list, description="What people there want, by topic.")
    conditions: Conditions = Field(
        default_factory=list, description="Conditions of working together, ours and theirs."
    )
    alignment: Alignments = Field(
        default_factory=list, description="How well our own side works together, by day."
    )
    history: list[Change] = Field(
        default_factory=list, description="Changes, recorded by tas, in order of date."
    )
