"""The people on the map behind a criterion: whom it is about, and who can probably answer. Pure."""

from __future__ import annotations

import re

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.organization import band
from tas_cli.assess.people import against_us, known_well, met, on_other_side
from tas_cli.board.prompts import about, in_confidence, known_by, once_met, source_of
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.person import Person
from tas_cli.source.characters import folded


def behind(deal: DealOnDay, criterion: str) -> tuple[str, ...]:
    """Return whom to ask about a criterion, by short name: who can probably tell us most first.

    First come those whom it is about, then those whose title suggests that they know. Among
    them, people who are not against us, whom we know, and who have influence come first.
    Enemies, those who have left and those whom we cannot name are left out, and so is the other
    side where it is not to know what we know.
    """
    found = {
        key: (not close, *_promise(person))
        for key, person in _askable(deal).items()
        if may_be_asked(criterion, person, deal)
        and ((close := _concerns(criterion, person, deal)) or _may_know(criterion, person))
    }
    return tuple(sorted(found, key=found.__getitem__))


def concerning(deal: DealOnDay, key: str) -> frozenset[str]:
    """Return the criteria that are about somebody, or that the title suggests."""
    person = deal.people[key]
    return frozenset(
        each
        for each in criterion_keys()
        if _concerns(each, person, deal) or _may_know(each, person)
    )


def answerable(deal: DealOnDay, key: str) -> frozenset[str]:
    """Return the criteria about which somebody is to be asked, whoever it is."""
    person = deal.people[key]
    return frozenset(each for each in concerning(deal, key) if may_be_asked(each, person, deal))


def may_be_asked(criterion: str, person: Person, deal: DealOnDay) -> bool:
    """Whether somebody may be asked: who is for us is not a question for the other side.

    Nor is who wants us to win for a first meeting.
    """
    racing = deal.opportunity.competing(deal.day)
    if person.coverage == "none" and criterion in once_met():
        return False
    return criterion not in in_confidence() or not on_other_side(person, racing)


def with_part(deal: DealOnDay, outcome: str) -> tuple[str, ...]:
    """Return whose role it is to give us an outcome of a sales step, most promising first."""
    wanted = {*source_of(outcome).roles}
    found = {key: each for key, each in _askable(deal).items() if wanted.intersection(each.roles)}
    return tuple(sorted(found, key=lambda key: _promise(found[key])))


def giving(deal: DealOnDay, outcome: str) -> tuple[str, ...]:
    """Return who can give us an outcome: by role, else who is behind its criteria."""
    others = (key for each in source_of(outcome).criteria for key in behind(deal, each))
    return with_part(deal, outcome) or tuple(dict.fromkeys(others))


def _askable(deal: DealOnDay) -> dict[str, Person]:
    return {
        key: each
        for key, each in deal.present.items()
        if each.status != "enemy" and each.identified
    }


def _promise(person: Person) -> tuple[bool, int, int]:
    known = 2 if known_well(person) else int(met(person))
    return (against_us(person), -known, -(person.influence or 0))


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
