"""The people on the map behind a criterion: whom it is about, and who can probably answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.organization import band
from tas_cli.assess.people import against_us, known_well, met
from tas_cli.board.prompts import about, known_by
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.person import Person
from tas_cli.source.characters import folded


def behind(deal: DealOnDay, criterion: str) -> tuple[str, ...]:
    """Return whom to ask about a criterion, by short name: who can probably tell us most first.

    First come those whom it is about, then those whose title suggests that they know. Among
    them, people who are not against us, whom we know, and who have influence come first.
    Enemies, those who have left and those whom we cannot name are left out.
    """
    found = [*_found(deal, criterion)]
    return tuple(key for _, key in sorted(found, key=lambda each: each[0]))


def answerable(deal: DealOnDay, key: str) -> frozenset[str]:
    """Return the criteria about which somebody is to be asked, whoever it is."""
    person = deal.people[key]
    return concerning(deal, key).union(each for each in criterion_keys() if _may_know(each, person))


def concerning(deal: DealOnDay, key: str) -> frozenset[str]:
    """Return the criteria that are about somebody, by what the map says of them."""
    person = deal.people[key]
    return frozenset(each for each in criterion_keys() if _concerns(each, person, deal))


def _found(deal: DealOnDay, criterion: str) -> Iterator[tuple[tuple[bool, bool, int, int], str]]:
    """Yield the people with their rank in the order."""
    for key, person in deal.present.items():
        close = _concerns(criterion, person, deal)
        left_out = person.status == "enemy" or not person.identified
        if not left_out and (close or _may_know(criterion, person)):
            known = 2 if known_well(person) else int(met(person))
            yield (not close, against_us(person), -known, -(person.influence or 0)), key


def _may_know(criterion: str, person: Person) -> bool:
    return criterion in known_by(frozenset(re.findall(r"\w+", folded(person.title or ""))))


def _concerns(criterion: str, person: Person, deal: DealOnDay) -> bool:
    whom = about(criterion)
    return bool(
        whom.roles.intersection(person.roles)
        or person.status in whom.statuses
        or band(person.influence, deal.settings) in whom.bands
        or (whom.rank and (person.rank or 0) >= whom.rank)
    )
