"""Whom a change makes an owner and nobody of the team knows. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners


def newly_unknown(was: Opportunity | None, now: Opportunity, settings: Settings) -> Iterator[str]:
    """Yield a sentence on each whom a change makes an owner and who is nobody of the team."""
    owners = Owners(settings.team)
    added = _roles(now) - (_roles(was) if was else set())
    for person in sorted({person for _, person in added if owners.unknown(person)}):
        yield f"{person} is not in the team: {owners.advice(person)}."


def _roles(opportunity: Opportunity) -> set[tuple[str, str]]:
    """Return who owns the deal, and who owns an action of it."""
    debriefs = opportunity.debriefs
    doers = {("action", each.owner) for one in debriefs for each in one.actions if each.owner}
    return doers | ({("deal", opportunity.owner)} if opportunity.owner else set())
