"""Ratings that rest on the word of people who have left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.statements import Proof, given_since
from tas_cli.method.catalogue import US
from tas_cli.model.person import Person
from tas_cli.reading.names import people
from tas_cli.rules.voices import named_in


class Departure(NamedTuple):
    """Somebody who has left, and our ratings that rest on that word alone, by criterion.

    Nobody has re-checked these since. A rating on the word of several people who have all left
    belongs to the last of them.
    """

    key: str
    left: date
    criteria: tuple[str, ...]


def departures(deal: DealOnDay) -> list[Departure]:
    """Return those who left ratings behind, in the order of the map."""
    gone = {
        key: each.left
        for key, each in deal.people.items()
        if each.left is not None and each.gone(deal.day)
    }
    behind: dict[str, list[str]] = {key: [] for key in gone}
    for criterion, said in deal.statements[US].items() if gone else ():
        index, cell = said[-1]
        heard = {*_speakers(deal.people, given_since(said))} if cell.rating != "?" else set()
        if heard and heard <= gone.keys():
            last = max((key for key in gone if key in heard), key=gone.__getitem__)
            if deal.date_of(index) < gone[last]:
                behind[last].append(criterion)
    return [Departure(key, gone[key], tuple(each)) for key, each in behind.items() if each]


def _speakers(everybody: Mapping[str, Person], proofs: Iterable[Proof]) -> Iterator[str | None]:
    """Yield who gave evidence, by id; None for somebody not on the map, or not named."""
    for _, entry in proofs:
        for name in people(entry.who or "") or [""]:
            yield next(iter(named_in(everybody, name)), None)
