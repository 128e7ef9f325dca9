"""Ratings that rest on the word of people who left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.statements import Statement, given_since
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.scalars import Rating


class Orphan(NamedTuple):
    """A rating of ours on the word of people who have all left, the last of them on `left`.

    `people` begin with whoever left last.
    """

    criterion: str
    rating: Rating
    people: tuple[str, ...]
    left: date


def orphans(deal: DealOnDay) -> Iterator[Orphan]:
    """Yield our ratings that rest on people who left alone, and were not looked at again since.

    A rating rests on somebody's word alone if all evidence since it got its sign is theirs.
    """
    gone = _gone(deal)
    for criterion in criterion_keys() if gone else ():
        said = deal.statements[US].get(criterion, [])
        keys = _speakers(deal, said)
        if keys and keys <= gone.keys():
            left = max(gone[key] for key in keys)
            if deal.date_of(said[-1][0]) < left:
                yield Orphan(criterion, said[-1][1].rating, _latest_first(keys, gone), left)


def resting_on(deal: DealOnDay, people: Container[str]) -> Iterator[str]:
    """Yield the criteria that we rated on the word of some people alone, whoever has left."""
    for criterion in criterion_keys():
        keys = _speakers(deal, deal.statements[US].get(criterion, []))
        if keys and all(key in people for key in keys):
            yield criterion


def _latest_first(keys: Iterable[str], gone: Mapping[str, date]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=lambda key: (-gone[key].toordinal(), key)))


def _gone(deal: DealOnDay) -> dict[str, date]:
    found = ((key, each.left) for key, each in deal.people.items() if each.gone(deal.day))
    return {key: left for key, left in found if left}


def _speakers(deal: DealOnDay, said: list[Statement]) -> set[str]:
    """Return whose word a rating rests on; an empty text is everybody who is not on the map."""
    return {
        deal.speakers.key(person) or ""
        for _, entry in (given_since(said) if said else ())
        for person in deal.speakers.each(entry.who) or [""]
    }
