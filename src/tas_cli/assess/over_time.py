"""How ratings and what they recommend moved over time: takes a deal on a day, pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.scalars import Rating


class Rated(NamedTuple):
    """A rating, and the day of the assessment that gave it."""

    day: date
    rating: Rating


class Course(NamedTuple):
    """A party's ratings on a criterion, oldest first: each change, and each with evidence."""

    changes: tuple[Rated, ...] = ()
    shown: tuple[Rated, ...] = ()


class Spell(NamedTuple):
    """The strategies within reach from a day on; a single one was recommended."""

    since: date
    reachable: tuple[str, ...]


def until(deal: DealOnDay) -> date:
    """Return the last day to look at: the deal's day, or the day on which it was closed."""
    closed = deal.opportunity.closed
    end = closed.date if closed and closed.date and not deal.open else deal.day
    return max([min(end, deal.day), *(card.day for card in deal.cards[-1:])])


def courses(deal: DealOnDay, party: str) -> dict[str, Course]:
    """Return the course of each criterion that a party was ever rated on."""
    keys = criterion_keys()
    found = {key: Course(_changes(deal, key, party), _shown(deal, key, party)) for key in keys}
    return {key: course for key, course in found.items() if course.changes}


def _changes(deal: DealOnDay, criterion: str, party: str) -> tuple[Rated, ...]:
    states = ((card.day, card.cell(criterion, party)) for card in deal.cards)
    rated = (Rated(day, state.rating) for day, state in states if state.rated)
    return tuple(next(same) for _, same in groupby(rated, lambda each: each.rating))


def _shown(deal: DealOnDay, criterion: str, party: str) -> tuple[Rated, ...]:
    said = deal.statements[party].get(criterion, ())
    return tuple(
        Rated(deal.date_of(index), cell.rating)
        for index, cell in said
        if any(entry.given for entry in cell.evidence)
    )


def spells(deal: DealOnDay) -> tuple[Spell, ...]:
    """Return which strategies were within reach, from the first assessment on; each as of its day.

    There is a spell for each change; what changes after the deal was closed does not count.
    """
    found = (Spell(day, _on(deal, day).decision.reachable) for day in _days(deal))
    return tuple(next(same) for _, same in groupby(found, lambda each: each.reachable))


def _on(deal: DealOnDay, day: date) -> DealOnDay:
    return DealOnDay.of(deal.opportunity, deal.settings, day, evidenced=deal.evidenced)


def _days(deal: DealOnDay) -> Iterable[date]:
    """Return the days, from the first assessment on, on which the recommendation can change."""
    rated = {each.day for each in deal.cards}
    others = {*_others(deal), until(deal)} if rated else ()
    return sorted(rated.union(each for each in others if min(rated) < each <= until(deal)))


def _others(deal: DealOnDay) -> Iterator[date]:
    """Yield when something but a rating changed that the decision depends on."""
    now = deal.opportunity
    answers = now.strategy.answers.values() if now.strategy else ()
    yield from (each.date for each in answers if each.date)
    yield from (each.out.date for each in now.competitors.values() if each.out)
    yield from (each.date for each in now.history)
