"""The parties of a deal by the names people use for them."""

from __future__ import annotations

from tas_cli.method.catalogue import NOBODY, US
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.characters import folded

_SHORTEST = 2
"""The shortest beginning of a name that is looked for."""


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


def parties_meant(name: str, opportunity: Opportunity) -> list[str]:
    """Return the parties that a name means, or else those whose id or name begins with it."""
    if found := parties_named(name, opportunity):
        return found
    wanted = folded(name)
    if wanted == NOBODY or len(wanted) < _SHORTEST:
        return []
    return [
        key
        for key in opportunity.competitors
        if key.startswith(wanted) or folded(opportunity.party_name(key)).startswith(wanted)
    ]
