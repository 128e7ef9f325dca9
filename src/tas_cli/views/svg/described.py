"""A person on a map in one sentence: for screen readers, and where a pointer rests on a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import carried
from tas_cli.method.people import coverages, roles, standings
from tas_cli.model.person import Person


def name_of(key: str, people: dict[str, Person]) -> str:
    """Return somebody's name; the short name if the file has none."""
    person = people.get(key)
    return (person and person.name) or key


def sentence(key: str, deal: DealOnDay) -> str:
    """Return what the map shows of a person."""
    person = deal.people[key]
    who = ", ".join(filter(None, (name_of(key, deal.people), person.title, person.company)))
    facts = "; ".join(_facts(key, deal))
    return f"{who}: {facts}." if facts else f"{who}."


def _facts(key: str, deal: DealOnDay) -> Iterator[str]:
    people, person = deal.people, deal.people[key]
    if person.left:
        yield f"{'left' if person.gone(deal.day) else 'leaves'} {person.left}"
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
        ("reports to", [person.reports_to] if person.reports_to else []),
        ("influences", person.influences),
        ("in conflict with", person.conflicts),
    ):
        if keys:
            yield f"{words} {_names(keys, people)}"
    if rivals := carries(person, deal):
        yield f"carries {', '.join(rivals)}"
    if any(each.evidence for each in people.values()):
        yield "confirmed by evidence" if person.evidence else "assumed"


def _names(keys: Iterable[str], people: dict[str, Person]) -> str:
    return ", ".join(name_of(key, people) for key in keys)


def carries(person: Person, deal: DealOnDay) -> list[str]:
    """Return the names of the competitors in the race that a person supports."""
    ours = deal.opportunity
    return [
        ours.party_name(rival)
        for rival in carried({"": person})
        if rival in ours.competing(deal.day)
    ]
