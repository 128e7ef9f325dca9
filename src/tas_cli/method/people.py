"""The people of a deal: roles, attitudes and influence (method, sections 4 and 5)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from tas_cli.source.packaged import packaged, tuples


class Role(NamedTuple):
    """A part somebody has in the decision, and its letter on the map.

    `titles` are words of job titles that suggest it (our reading).
    """

    key: str
    letter: str
    title: str
    about: str
    titles: tuple[str, ...] = ()


class Standing(NamedTuple):
    """How somebody stands with us, its sign on the map, and the approach that follows from it.

    `otherwise` is a second approach that fits as well.
    """

    key: str
    sign: str
    title: str
    about: str
    approach: str
    otherwise: str | None = None


class Coverage(NamedTuple):
    """How well we know somebody."""

    key: str
    title: str
    about: str


class Adaptability(NamedTuple):
    """How somebody takes to change: what such people want and buy, and so what to sell them."""

    key: str
    letter: str
    title: str
    wants: str
    buys: str
    sell: str


class Band(NamedTuple):
    """A band of influence; it begins at influence `least`, unless settings say otherwise."""

    key: str
    title: str
    about: str
    least: int


class Move(NamedTuple):
    """One step of an approach."""

    key: str
    title: str
    text: str


class Approach(NamedTuple):
    """A way to deal with somebody: its moves in their order, and what to watch out for.

    `reading` says what of it is our interpretation.
    """

    key: str
    title: str
    about: str
    process: tuple[Move, ...]
    caveats: tuple[str, ...]
    reading: tuple[str, ...] = ()


class Credibility(NamedTuple):
    """One of four squares: whether somebody trusts us, and whether we are thought capable."""

    key: str
    title: str
    trust: str
    capability: str
    about: str


class Source(NamedTuple):
    """Where influence comes from.

    It shows in one way in the inner circle and in another in the political structure. `asks` are
    questions that find those who have it, first those of the inner circle, and `build` says how to
    gain credibility with them.
    """

    key: str
    title: str
    inner_circle: str
    structure: str
    asks: tuple[str, ...]
    build: tuple[str, ...]


class Indicator(NamedTuple):
    """A kind of event, and those that show who has influence, or will have."""

    key: str
    title: str
    signs: tuple[str, ...]


class OnTheWay(NamedTuple):
    """What to ask on the way to somebody: whoever helps us, and the person at its end.

    `unidentified` is asked as well if the next person has no name, `openly` and `secretly` by
    whether that person may know who helps us, and `around` of others if there is no way. `{to}` is
    the next person, or the one to reach.
    """

    openly: tuple[str, ...]
    secretly: tuple[str, ...]
    helper: tuple[str, ...]
    unidentified: tuple[str, ...]
    last: tuple[str, ...]
    around: tuple[str, ...]


@cache
def roles() -> dict[str, Role]:
    """Return the buying roles by key."""
    return {
        each["key"]: Role(**each | {"titles": tuple(each.get("titles", ()))})
        for each in packaged("people")["roles"]
    }


def likely_roles(title: str) -> tuple[str, ...]:
    """Return the roles that a job title suggests: a guess, for the user to correct."""
    words = _words(title)
    return tuple(key for key, each in roles().items() if words.intersection(each.titles))


def is_procurement(title: str) -> bool:
    """Whether a job title is that of somebody who buys for others (our reading)."""
    return not _words(title).isdisjoint(packaged("people")["procurement"])


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", title.casefold()))


@cache
def standings() -> dict[str, Standing]:
    """Return how people stand with us by key, from the worst to the best."""
    return {
        each["key"]: Standing(**{"otherwise" if key == "or" else key: each[key] for key in each})
        for each in packaged("people")["statuses"]
    }


@cache
def coverages() -> dict[str, Coverage]:
    """Return the degrees of coverage by key, from the least to the most."""
    return {each["key"]: Coverage(**each) for each in packaged("people")["coverages"]}


@cache
def adaptabilities() -> dict[str, Adaptability]:
    """Return the attitudes to change by key, from the most open."""
    return {each["key"]: Adaptability(**each) for each in packaged("people")["adaptabilities"]}


@cache
def bands() -> dict[str, Band]:
    """Return the bands of influence by key, the strongest first."""
    return {
        each["key"]: Band(each["key"], each["title"], each["about"], each["from"])
        for each in packaged("people")["bands"]
    }


@cache
def approaches() -> dict[str, Approach]:
    """Return the approaches by key."""
    return {each["key"]: _approach(**each) for each in packaged("people")["approaches"]}


def _approach(*, process: list[dict[str, str]], **fields: Any) -> Approach:
    return Approach(process=tuple(Move(**each) for each in process), **tuples(fields))


@cache
def credibility() -> dict[str, Credibility]:
    """Return the four squares of credibility by key."""
    return {each["key"]: Credibility(**each) for each in packaged("people")["credibility"]}


@cache
def sources() -> dict[str, Source]:
    """Return the sources of influence by key."""
    return {each["key"]: Source(**tuples(each)) for each in packaged("people")["sources"]}


@cache
def indicators() -> dict[str, Indicator]:
    """Return the kinds of events that show influence by key."""
    return {each["key"]: Indicator(**tuples(each)) for each in packaged("people")["indicators"]}


def caution() -> str:
    """Return what to keep in mind with those who are against us or back a competitor."""
    return str(packaged("people")["caution"])


@cache
def on_the_way() -> OnTheWay:
    """Return what to ask on the way to somebody."""
    return OnTheWay(**tuples(packaged("people")["way"]))
