"""The parties of a deal by the names people use for them."""

from __future__ import annotations

from tas_cli.method.catalogue import NOBODY, US
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.characters import folded


def parties_named(name: str, opportunity: Opportunity) -> list[str]:
    """Return the parties that a name means; several if competitors share it.

    `us` and the ids come first: a competitor's name that looks like one of them is ignored.
    """
    wanted = folded(name)
    if wanted in (US, *opportunity.competitors):
        return [wanted]
    if wanted == NOBODY:
        return []
    return [key for key in opportunity.competitors if folded(opportunity.party_name(key)) == wanted]
