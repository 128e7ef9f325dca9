"""New owners who are not on the team. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners
from tas_cli.source.characters import folded


def newly_unknown(was: Opportunity | None, now: Opportunity, settings: Settings) -> Iterator[str]:
    """Yield a sentence about each new owner who is not on the team."""
    owners, customers = Owners(settings.team), customer_people(now)
    added = _roles(now) - (_roles(was) if was else set())
    for person in sorted({person for _, person in added if owners.unknown(person)}):
        if folded(person) in customers:
            continue
        yield f"{person} is not on the team: {owners.advice(person)}."


def customer_people(opportunity: Opportunity) -> set[str]:
    """Return who speaks for the customer, folded: in evidence, and at the next meeting."""
    rated = (
        entry
        for assessment in opportunity.assessments
        for column in assessment.ratings.values()
        for cell in column.values()
        for entry in cell.evidence
    )
    steps = opportunity.process.steps.values() if opportunity.process else ()
    met = (entry for step in steps for each in step.outcomes.values() for entry in each.evidence)
    coming = opportunity.next.people if opportunity.next else ()
    return {folded(each.who) for each in chain(rated, met) if each.who} | {*map(folded, coming)}


def _roles(opportunity: Opportunity) -> set[tuple[str, str]]:
    """Return the owner of the deal, and the owners of its actions."""
    agreed = chain(opportunity.actions, *(each.actions for each in opportunity.debriefs))
    doers = {("action", each.owner) for each in agreed if each.owner}
    return doers | ({("deal", opportunity.owner)} if opportunity.owner else set())
