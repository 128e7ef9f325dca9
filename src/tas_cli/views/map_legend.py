"""What the signs of a map mean: only those that it has."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.influence import unmet
from tas_cli.assess.organization import band
from tas_cli.method.people import bands, roles
from tas_cli.views.lanes import CONFLICT, SOURCE, TARGET
from tas_cli.views.map_cells import dots, rival_letters
from tas_cli.views.map_plan import Map
from tas_cli.views.map_table import PROVEN
from tas_cli.views.page import styled

_TOP = 2
"""How many bands of influence are named, from the top."""


def legend(shown: Map) -> str:
    """Return what the signs mean, as sentences."""
    return " ".join(_sentences(shown))


def _sentences(shown: Map) -> Iterator[str]:
    if shown.lanes:
        yield f"Read a column: {SOURCE} influences {TARGET}."
    if shown.conflicts:
        yield f"{CONFLICT} are in conflict."
    everybody = [person for _, person in shown.people]
    if any(each.unidentified == "yes" for each in everybody):
        yield "┆? ┆ not identified."
    if any(row.branch.startswith("┄") for row in shown.rows):
        yield "┄ outside the hierarchy."
    confirmed = sum(bool(each.evidence) for each in everybody)
    if 0 < confirmed < len(everybody):
        yield f"{PROVEN} confirmed by evidence."
    for rival, letters in rival_letters(shown.deal).items():
        yield f"{letters} backs {shown.deal.opportunity.party_name(rival)}."
    held = {role for each in everybody for role in each.roles}
    if held:
        named = (
            f"{each.letter} {each.title.lower()}" for each in roles().values() if each.key in held
        )
        yield f"Role: {', '.join(named)}."
    yield from _influence(shown)


def _influence(shown: Map) -> Iterator[str]:
    """Yield which influence makes the upper bands, if anybody has it."""
    found: dict[str, int] = {}
    for _, person in shown.people:
        key = band(person.influence, shown.deal.settings)
        if key and person.influence:
            found[key] = min(person.influence, found.get(key, person.influence))
    named = [
        f"{styled(dots(found[key]))[0].strip('·')} {each.title.lower()}"
        for key, each in list(bands().items())[:_TOP]
        if key in found
    ]
    if named:
        yield f"Influence: {', '.join(named)}."
    if unmet(shown.here, shown.deal.settings):
        yield "none !: influential, and never met."
