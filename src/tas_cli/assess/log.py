"""A deal's changes, day by day: from the versions of its file, and from the dates in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import NamedTuple, Protocol

from tas_cli.assess.begun import dates
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings


class Step(NamedTuple):
    """A change of a file: what it said before and after, and on which day.

    `before` is what it said in the evening of `evening`; `by` and `why` name authors and reasons,
    without duplicates. `committed` is false for what only the file's own dates say, or nobody yet.
    """

    day: date
    evening: date
    before: Opportunity
    after: Opportunity
    by: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    committed: bool = False


@dataclass
class Entry:
    """What changed in a deal on a day."""

    step: Step
    difference: Difference


def log(steps: Iterable[Step], settings: Settings, account: Account | None = None) -> list[Entry]:
    """Return a deal's changes by day, oldest first; `account` is the one that it names now.

    Steps of one day that follow one another are one. Steps in which only comments or the order of
    keys changed are left out.
    """
    entries = (Entry(each, _difference(each, settings, account)) for each in _folded(steps))
    return [each for each in entries if each.difference.new or not each.difference.empty]


def _difference(step: Step, settings: Settings, account: Account | None) -> Difference:
    before = DealOnDay.of(step.before, settings, step.evening, account=account)
    return Difference(before, DealOnDay.of(step.after, settings, step.day, account=account))


def recorded(opportunity: Opportunity, day: date) -> list[Step]:
    """Return the steps that a file records itself up to a day, that day included."""
    dated: Iterable[_Dated] = chain(
        opportunity.notes, opportunity.actions, opportunity.challenges, opportunity.signs
    )
    noted = {each.date for each in dated}
    days = sorted(each for each in {*dates(opportunity), *noted, day} if each <= day)
    start = days[0] - timedelta(days=days[0] > date.min)
    return [
        Step(now, was, opportunity, opportunity, tuple(_authors(opportunity, now)))
        for was, now in pairwise([start, *days])
    ]


def _folded(steps: Iterable[Step]) -> Iterator[Step]:
    """Yield steps by day, those of a day as one if each begins with what the last one left."""
    last: Step | None = None
    for each in sorted(steps, key=lambda step: step.day):
        if last and last.day == each.day and last.after is each.before:
            by = tuple(dict.fromkeys((*last.by, *each.by)))
            why = tuple(dict.fromkeys((*last.why, *each.why)))
            committed = last.committed and each.committed
            last = last._replace(after=each.after, by=by, why=why, committed=committed)
        else:
            if last:
                yield last
            last = each
    if last:
        yield last


class _Dated(Protocol):
    date: date


class _Written(_Dated, Protocol):
    by: str | None


def _authors(opportunity: Opportunity, day: date) -> Iterator[str]:
    """Yield who wrote down something on a day, as the file says."""
    records: Iterable[_Written] = chain(
        opportunity.assessments, opportunity.debriefs, opportunity.notes, opportunity.challenges
    )
    found = [each.by for each in records if each.date == day]
    choice = opportunity.strategy
    if choice and choice.since == day:
        found.append(choice.by)
    yield from dict.fromkeys(filter(None, found))
