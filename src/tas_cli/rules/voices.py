"""Who says something: people's names made comparable, and which of them are on our side."""

from __future__ import annotations

from functools import lru_cache

from tas_cli.assess.deal import DealOnDay
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.names import bare, is_role, joined, people
from tas_cli.reading.team import heard
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


def voice_in(deal: DealOnDay, who: str | None) -> str:
    """Return the voice of a text in a deal: whoever is on its map has one, however named."""
    if not deal.speakers:
        return voice(who)
    named = deal.speakers.each(who)
    return "; ".join(deal.speakers.voice(each) or voice(each) for each in named)


def strangers(deal: DealOnDay) -> list[str]:
    """Return who says something in evidence but is not on the map, each with the role if given.

    Of several ways to write a role, it is the shortest: others may add an occasion. Our own people
    do not count, nor does what has no name, such as a role alone, or could be several on the map.
    """
    ours = own_side(deal.opportunity, deal.settings)
    mapped = [set(voice(each.name).split()) for each in deal.people.values()]
    found: dict[str, list[str]] = {}
    for who in heard(deal.opportunity):
        for person in deal.speakers.each(who) if deal.speakers else people(who):
            name = voice(person)
            on_map = deal.speakers.key(person) or any(set(name.split()) <= each for each in mapped)
            if on_map or name in ours or not _is_name(bare(person)):
                continue
            found.setdefault(name, []).append(person)
    return [min(forms, key=lambda each: ("," not in each, len(each))) for forms in found.values()]


def _is_name(text: str) -> bool:
    """Whether a text is somebody's name, rather than a role, a thing or an abbreviation."""
    begins = text[:1].isalpha() and not text[:1].islower()
    return begins and not text.isupper() and not is_role(text, "")
