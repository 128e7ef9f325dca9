"""New owners who are not on the team. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners


def newly_unknown(was: Opportunity | None, now: Opportunity, settings: Settings) -> Iterator[str]:
    """Yield a sentence about each new owner who is not on the team."""
    owners = Owners(settings.team)
    added = _roles(now) - (_roles(was) if was else set())
    for person in sorted({person for _, person in added if owners.unknown(person)}):
        yield f"{person} is not on the team: {owners.advice(person)}."


def _roles(opportunity: Opportunity) -> set[tuple[str, str]]:
    """Return the owner of the deal, and the owners of its actions."""
    agreed = chain(opportunity.actions, *(each.actions for each in opportunity.debriefs))
    doers = {("action", each.owner) for each in agreed if each.owner}
    return doers | ({("deal", opportunity.owner)} if opportunity.owner else set())
