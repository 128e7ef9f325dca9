"""Who is named in a deal and is nobody of the team. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.nearest import nearest


def is_unknown(person: str | None, settings: Settings, *, by_name: bool = False) -> bool:
    """Whether somebody is not in the team that tas.yaml has; `by_name` lets full names count."""
    if not person or not settings.team or person in settings.team:
        return False
    names = {member.name for member in settings.team.values() if member.name}
    return not (by_name and person in names)


def meant(person: str, settings: Settings) -> str:
    """Return who was probably meant; a person's full name leads to the short one as well."""
    names = {member.name: short for short, member in settings.team.items() if member.name}
    known = names | {short: short for short in settings.team}
    near = nearest(person, known)
    add = f"add `{person}` under `team:` in tas.yaml"
    return f"did you mean `{known[near]}`? Else {add}" if near else add


def newly_unknown(was: Opportunity | None, now: Opportunity, settings: Settings) -> Iterator[str]:
    """Yield a sentence on each whom a change makes an owner and who is nobody of the team."""
    before = {was.owner, *_doers(was)} if was else set()
    people = dict.fromkeys(each for each in (now.owner, *_doers(now)) if each)
    for person in people:
        known = not is_unknown(person, settings, by_name=person != now.owner)
        if person not in before and not known:
            yield f"{person} is not in the team: {meant(person, settings)}."


def _doers(opportunity: Opportunity) -> Iterator[str]:
    for debrief in opportunity.debriefs:
        yield from (action.owner for action in debrief.actions if action.owner)
