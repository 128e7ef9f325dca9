"""A person in words: how they stand with us, what drives them, how to deal with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tas_cli.assess.approach import credibility, planned, proposed
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.orphans import Orphan
from tas_cli.board.behind import behind
from tas_cli.method.people import Approach, coverages, standings
from tas_cli.model.person import Person
from tas_cli.views.words import short_day

_ASKED = 3
"""How many people to ask about a criterion are named."""


def whom(deal: DealOnDay, criterion: str) -> str:
    """Return the names of those on the map to ask about a criterion; empty if there are none."""
    return first_of(behind(deal, criterion), deal)


def first_of(keys: Sequence[str], deal: DealOnDay) -> str:
    """Return the names of the first of some people."""
    return ", ".join(deal.people[key].named(key) for key in keys[:_ASKED])


def who_left(deal: DealOnDay, orphan: Orphan) -> str:
    """Return whose word a rating rests on, and when they left."""
    names = ", ".join(deal.people[key].named(key) for key in orphan.people)
    return f"{names} left on {orphan.left}"


def facts(person: Person) -> str:
    """Return how somebody stands with us, how well we know them, and their influence."""
    known = (
        "" if person.identified else "not identified",
        standings()[person.status].title.lower() if person.status else "",
        coverages()[person.coverage].title.lower() if person.coverage else "",
        f"influence {person.influence}" if person.influence else "",
    )
    return ", ".join(filter(None, known))


def agenda(person: Person) -> Iterator[str]:
    """Yield what drives somebody."""
    drives = person.agenda
    if drives and drives.business:
        yield f"Business agenda: {drives.business}"
    if drives and drives.personal:
        yield f"Personal agenda: {drives.personal}"


def planned_approach(deal: DealOnDay, person: Person) -> list[str]:
    """Return the approach that the file has for somebody."""
    approach, plan = planned(person), person.approach
    if plan is None:
        return []
    due = f"due {short_day(plan.due, deal.day)}" if plan.due else ""
    who = ", ".join(filter(None, (plan.owner, due)))
    what = ". ".join(filter(None, (approach.title if approach else "", plan.what)))
    message = [f"Message: {plan.message}"] if plan.message else []
    return [f"Approach: {what}{f' ({who})' if who else ''}", *message]


def proposed_approach(person: Person) -> str:
    """Return the approach that follows from how somebody stands with us."""
    found = proposed(person)
    if not found:
        return "With us: unknown. Find out before you choose an approach."
    return f"Suggested approach: {' or '.join(map(_process, found))}"


def trust(person: Person) -> list[str]:
    """Return how to gain credibility with somebody, by where their influence comes from."""
    ways = " ".join(credibility(person))
    return [f"To gain credibility: {ways}"] if ways else []


def _process(approach: Approach) -> str:
    moves = ", ".join(each.title.lower() for each in approach.process)
    return f"{approach.title} ({moves})"
