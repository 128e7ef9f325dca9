"""Who speaks: people's names made comparable, and which of them are on our own side."""

from __future__ import annotations

from functools import lru_cache

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.source.characters import folded


@lru_cache(maxsize=256)
def voice(who: str | None) -> str:
    """Return who speaks, without role, case and accents, so that voices can be compared.

    Where several are named, it is they together.
    """
    if not who:
        return ""
    return folded(who if ";" in who else who.partition(",")[0])


def own_side(opportunity: Opportunity, settings: Settings) -> frozenset[str]:
    """Return the voices of the owner and the team: what they say is not the customer's word."""
    names = {folded(opportunity.owner or "")}
    for key, member in settings.team.items():
        names |= {folded(key), folded(member.name or "")}
    return frozenset(names - {""})
