"""New owners who are not on the team. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings
from tas_cli.reading.names import bare, people
from tas_cli.reading.owners import Owners
from tas_cli.source.characters import folded


def newly_unknown(
    was: Opportunity | None,
    now: Opportunity,
    settings: Settings,
    people: Mapping[str, Person] | None = None,
) -> Iterator[str]:
    """Yield a sentence about each new owner who is not on the team.

    `people` are those on the map, by default those of the deal's file.
    """
    owners, customers = Owners(settings.team), customer_people(now, people or now.people)
    added = _roles(now) - (_roles(was) if was else set())
    for person in sorted({person for _, person in added if owners.unknown(person)}):
        if folded(person) in customers:
            continue
        yield f"{person} is not on the team: {owners.advice(person)}."


def customer_people(opportunity: Opportunity, people: Mapping[str, Person]) -> set[str]:
    """Return who speaks for the customer or is on the map, folded, with and without their roles."""
    on_map = (text for key, person in people.items() for text in (key, person.name) if text)
    named = {*speakers(opportunity), *on_map}
    return {folded(each) for name in named for each in (name, *_each(name))}


def known_people(opportunity: Opportunity) -> list[str]:
    """Return the people of a deal, each with a role if it is given: its owner, and who speaks."""
    heard = (each for name in speakers(opportunity) for each in people(name))
    return [*filter(None, [opportunity.owner]), *dict.fromkeys(heard)]


def _each(names: str) -> Iterator[str]:
    for name in people(names):
        yield name
        yield bare(name)


def speakers(opportunity: Opportunity) -> Iterator[str]:
    """Yield who speaks for the customer, in evidence and at the next meeting."""
    yield from heard(opportunity)
    yield from opportunity.next.people if opportunity.next else ()


def heard(opportunity: Opportunity) -> Iterator[str]:
    """Yield whom the evidence for ratings and outcomes names, as it names them."""
    rated = (
        entry
        for assessment in opportunity.assessments
        for column in assessment.ratings.values()
        for cell in column.values()
        for entry in cell.evidence
    )
    steps = opportunity.process.steps.values() if opportunity.process else ()
    met = (entry for step in steps for each in step.outcomes.values() for entry in each.evidence)
    yield from (each.who for each in chain(rated, met) if each.who)


def _roles(opportunity: Opportunity) -> set[tuple[str, str]]:
    """Return the owner of the deal, and the owners of its actions."""
    doers = {("action", each.owner) for _, _, each in opportunity.agreed if each.owner}
    return doers | ({("deal", opportunity.owner)} if opportunity.owner else set())
