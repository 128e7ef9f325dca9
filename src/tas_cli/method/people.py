"""The people of a deal: roles, attitudes and influence (method, sections 4 and 5)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tas_cli.source.packaged import packaged


class Role(NamedTuple):
    """A part somebody has in the decision, and its letter on the map."""

    key: str
    letter: str
    title: str
    about: str


class Standing(NamedTuple):
    """How somebody stands with us, its sign on the map, and the approach that follows from it.

    `otherwise` is a second approach that fits as well.
    """

    key: str
    sign: str
    title: str
    about: str
    approach: str
    otherwise: str = ""


class Coverage(NamedTuple):
    """How well we know somebody."""

    key: str
    title: str


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


class Approach(NamedTuple):
    """A way to deal with somebody."""

    key: str
    title: str


class Credibility(NamedTuple):
    """One of four squares: whether somebody trusts us, and whether we are thought capable."""

    key: str
    title: str
    trust: str
    capability: str


class Source(NamedTuple):
    """Where influence comes from."""

    key: str
    title: str


@cache
def roles() -> dict[str, Role]:
    """Return the buying roles by key."""
    return {each["key"]: Role(**each) for each in packaged("people")["roles"]}


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
    return {each["key"]: Approach(**each) for each in packaged("people")["approaches"]}


@cache
def credibility() -> dict[str, Credibility]:
    """Return the four squares of credibility by key."""
    return {each["key"]: Credibility(**each) for each in packaged("people")["credibility"]}


@cache
def sources() -> dict[str, Source]:
    """Return the sources of influence by key."""
    return {each["key"]: Source(**each) for each in packaged("people")["sources"]}
