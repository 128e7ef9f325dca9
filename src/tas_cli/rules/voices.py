"""Who says something: people's names made comparable, and which of them are on our side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings
from tas_cli.reading.names import bare, joined, people
from tas_cli.source.characters import folded


@lru_cache(maxsize=256)
def voice(who: str | None) -> str:
    """Return a person's name without role, case and accents, so that names can be compared.

    Several people named together count as one voice.
    """
    named = people(who or "")
    return folded(bare(named[0]) if len(named) == 1 else joined(named) or "")


def own_side(opportunity: Opportunity, settings: Settings) -> frozenset[str]:
    """Return the voices of the owner and the team: what they say is not the customer's word."""
    names = {folded(opportunity.owner or "")}
    for key, member in settings.team.items():
        names |= {folded(key), folded(member.name or "")}
    return frozenset(names - {""})


def named_in(everybody: Mapping[str, Person], who: str | None) -> list[str]:
    """Return the ids of the people on the map whom a text names, by id or by name.

    A text may name several: `kessler`, `Martin Kessler, CFO; Elena Ruiz`.
    """
    if not who or not everybody:
        return []
    by_name: dict[str, list[str]] = {}
    for key, person in everybody.items():
        if person.name:
            by_name.setdefault(folded(bare(person.name)), []).append(key)
    found: list[str] = []
    for each in people(who):
        name = bare(each)
        ids = [name] if name in everybody else by_name.get(folded(name), [])
        found += ids if len(ids) == 1 else []
    return list(dict.fromkeys(found))
