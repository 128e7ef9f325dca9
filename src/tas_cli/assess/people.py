"""People of a deal: those of its account's file and its own, as one map."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person

DEAL, ACCOUNT = "deal", "account"
"""The files that a person's field can be from."""
OF_DEAL = ("roles", "status", "rivals", "approach")
"""What belongs to the deal even if the account's file has the person."""


def laid_over(shared: Mapping[str, Person], own: Mapping[str, Person]) -> dict[str, Person]:
    """Return all people of a deal: the account's first, with the deal's entries over them.

    A value or a list of the deal's replaces the account's, mappings are merged by key, and
    evidence is added.
    """
    found = dict(shared)
    for key, person in own.items():
        found[key] = _merged(found[key], person) if key in found else person
    return found


def _merged(under: Person, over: Person) -> Person:
    update: dict[str, Any] = {}
    for name in over.model_fields_set:
        value, before = getattr(over, name), getattr(under, name)
        if name == "evidence":
            update[name] = [*before, *value]
        elif isinstance(value, dict):
            update[name] = before | value
        elif hasattr(value, "model_fields_set") and before is not None:
            said = {key: getattr(value, key) for key in value.model_fields_set}
            update[name] = before.model_copy(update=said)
        elif value is not None:
            update[name] = value
    return under.model_copy(update=update)


def with_people_of(account: Account | None, deal: Opportunity) -> Opportunity:
    """Return a deal's file as if it had all people of its account, too."""
    if account is None:
        return deal
    return deal.model_copy(update={"people": laid_over(account.people, deal.people)})


def source_of(own: Person | None, shared: Person | None, name: str) -> str:
    """Return which file a field of a person comes from; an empty text if neither has it."""
    has_own, has_shared = (bool(getattr(each, name, None)) for each in (own, shared))
    return DEAL if has_own else ACCOUNT if has_shared else ""


def present(people: Mapping[str, Person], day: date) -> dict[str, Person]:
    """Return those who have not left by a day."""
    return {key: each for key, each in people.items() if not each.gone(day)}


def for_us(person: Person) -> bool:
    """Whether somebody wants us to win: a supporter or a mentor."""
    return person.status in ("supporter", "mentor")


def against_us(person: Person) -> bool:
    """Whether somebody wants us to lose: an enemy or a non-supporter."""
    return person.status in ("enemy", "non_supporter")


def backs(person: Person, rival: str) -> bool:
    """Whether somebody wants a competitor to win: its supporter or mentor."""
    return person.rivals.get(rival) in ("supporter", "mentor")


def backed(person: Person) -> list[str]:
    """Return the competitors that somebody wants to win, by id."""
    return [rival for rival in person.rivals if backs(person, rival)]


def on_other_side(person: Person, racing: Collection[str]) -> bool:
    """Whether somebody is against us, or backs one of the competitors in the race."""
    return against_us(person) or any(backs(person, each) for each in racing)


def met(person: Person) -> bool:
    """Whether we have had contact, however brief."""
    return person.coverage in ("brief", "multiple", "in_depth")


def known_well(person: Person) -> bool:
    """Whether our contact is more than brief."""
    return person.coverage in ("multiple", "in_depth")


def strongest(people: Iterable[Person]) -> int:
    """Return the highest influence among some people; 0 if none is known."""
    return max((each.influence or 0 for each in people), default=0)
