"""A person on a map in one sentence: for screen readers, and where a pointer rests on a card."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.people import backed
from tas_cli.method.people import coverages, roles, standings
from tas_cli.model.person import Person
from tas_cli.views.words import short_date
from tas_cli.words import enumerated


def described(key: str, deal: DealOnDay) -> str:
    """Return what the map shows of a person."""
    who, known = who_is(key, deal), "; ".join(facts(key, deal))
    return f"{who}: {known}." if known else f"{who}."


def who_is(key: str, deal: DealOnDay) -> str:
    """Return who somebody is: the name, the title and, for outsiders, the company."""
    person = deal.people[key]
    return ", ".join(filter(None, (person.titled(key), person.company)))


def facts(key: str, deal: DealOnDay) -> Iterator[str]:
    """Yield what the map shows of a person, beside who it is."""
    people, person = deal.people, deal.people[key]
    if person.left:
        yield f"{'left' if person.gone(deal.day) else 'leaves'} {short_date(person.left, deal.day)}"
    if not person.identified:
        yield "not identified"
    yield from (roles()[role].title.lower() for role in person.roles)
    if person.status:
        yield standings()[person.status].title.lower()
    if person.influence:
        yield f"influence {person.influence} of 5"
    if person.coverage:
        yield coverages()[person.coverage].title.lower()
    for words, keys in (
        ("reports to", [person.reports_to]),
        ("influences", person.influences),
        ("in conflict with", person.conflicts),
    ):
        if names := [people[each].named(each) for each in keys if each in people]:
            yield f"{words} {enumerated(names)}"
    if rivals := backed_names(person, deal):
        yield f"backs {enumerated(rivals)}"
    if any(each.evidence for each in people.values()):
        yield "confirmed by evidence" if person.evidence else "assumed"


def backed_names(person: Person, deal: DealOnDay) -> list[str]:
    """Return the names of the competitors in the race that a person wants to win."""
    ours, racing = deal.opportunity, deal.opportunity.competing(deal.day)
    return [ours.party_name(rival) for rival in backed(person) if rival in racing]
