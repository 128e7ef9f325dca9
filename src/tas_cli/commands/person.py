"""The person on a deal's map whom a call means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.display import is_interactive
from tas_cli.commands.picking import chosen, pick
from tas_cli.commands.standard_error import say
from tas_cli.diagnostics import typeable
from tas_cli.edits.people_records import near_in
from tas_cli.model.person import Person
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.typed.choices import Choice, fitting, listed

_LISTED = 10
"""How many people are named in a refusal."""


def person_or_stop(name: str, deal: DealOnDay, typed: str) -> str:
    """Return who is meant by a short name, a name, or part of a name or title.

    `name` is the deal's. With nothing typed, or where several fit, a person at a terminal picks.

    Raises:
        WrongCall: nobody or several are meant, or whoever is meant has left.
    """
    speakers, here = deal.speakers, deal.present
    choices = [Choice(key, speakers.titled(key)) for key in here]
    command = f"tas people {typeable(name)}"
    if not choices:
        raise WrongCall(
            f"{name} has nobody on its map.", f'Add the first: `{command} "First Last, title"`.'
        )
    if not typed.strip():
        return chosen("person", choices, f"`{command}`").key
    key = speakers.key(typed)
    found = [Choice(key)] if key else fitting(typed, choices)
    if len(found) > 1:
        found = [_one_of(typed, found)]
    if not found:
        advice = did_you_mean(typed, list(here), listed(choices, _LISTED, f"`{command}`"))
        raise WrongCall(f"there is nobody called {typed!r} on the map of {name}.", advice)
    if found[0].key not in here:
        left = deal.people[found[0].key].left
        raise WrongCall(
            f"{speakers.titled(found[0].key)}, left on {left}.",
            "Find out who does that job now. Nobody who has left is on any way.",
        )
    return found[0].key


def say_mistyped(names: Iterable[str], people: Mapping[str, Person]) -> None:
    """Say which of the names are not on the map, but look like one that is there."""
    for name in names:
        if name not in people and (near := near_in(people, name)):
            say(f"{name} is not on the map. Did you mean {near}?")


def _one_of(typed: str, found: Sequence[Choice]) -> Choice:
    if is_interactive():
        return pick("person", found)
    raise WrongCall(f"several people have {typed!r} in their names.", listed(found, _LISTED, ""))
