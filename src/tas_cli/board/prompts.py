"""What to ask about a competitor, and who can give us an outcome, from `method/data/prep.yaml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tas_cli.method.catalogue import numbered
from tas_cli.source.packaged import packaged


class Source(NamedTuple):
    """Who can give us an outcome: in words, by role, and by criteria that may name that person."""

    role: str
    criteria: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@cache
def source_of(outcome: str) -> Source:
    """Return who can give us an outcome; empty for a company's own outcomes."""
    data = packaged("prep")
    found = next((each for each in data["outcomes"] if each["key"] == outcome), None)
    if found is None:
        return Source(data["otherwise"])
    return Source(found["role"], tuple(found["criteria"]), tuple(found.get("roles", ())))


class About(NamedTuple):
    """Whom on the map a criterion is about: people with any of these."""

    roles: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    bands: frozenset[str] = frozenset()
    rank: int | None = None


@cache
def about(criterion: str) -> About:
    """Return whom a criterion is about; nobody in particular if the data does not say."""
    for each in packaged("prep")["about"]:
        if criterion in each["criteria"]:
            lists = {name: frozenset(each.get(name, ())) for name in About._fields[:-1]}
            return About(**lists, rank=each.get("rank"))
    return About()


@cache
def in_house() -> frozenset[str]:
    """Return the criteria that we answer ourselves, without asking the customer (our reading)."""
    return frozenset(packaged("prep")["in_house"])


@cache
def in_confidence() -> frozenset[str]:
    """Return the criteria about which we ask only those who may know who is for us."""
    return frozenset(packaged("prep")["in_confidence"])


@cache
def once_met() -> frozenset[str]:
    """Return the criteria about which we ask only those with whom we have had contact."""
    return frozenset(packaged("prep")["once_met"])


@cache
def known_by(words: frozenset[str]) -> frozenset[str]:
    """Return the criteria on which somebody can probably answer, by words of the role."""
    return frozenset(
        criterion
        for each in packaged("prep")["knows"]
        if words.intersection(each["roles"])
        for criterion in each["criteria"]
    )


def about_rival(party: str, key: str) -> tuple[str, ...]:
    """Return questions about a competitor's standing on a criterion."""
    data, criterion = packaged("prep"), numbered(key)
    own = (each["asks"] for each in data["rival_on"] if key in each["criteria"])
    asks = next(own, data["rival"])
    return tuple(ask.replace("{criterion}", criterion).replace("{party}", party) for ask in asks)
