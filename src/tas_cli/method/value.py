"""Value and the account: the chain, costs, sentences, needs and the SWOT (method, 2 and 9)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tas_cli.source.packaged import packaged


class ChainLink(NamedTuple):
    """A link of the chain that leads to unique business value; `side` is ours or theirs."""

    key: str
    title: str
    side: str
    ask: str


class Direction(NamedTuple):
    """What a benefit does to its driver, with examples of drivers."""

    key: str
    title: str
    examples: tuple[str, ...]


class Group(NamedTuple):
    """A group: of costs, of needs, or a part of the SWOT."""

    key: str
    title: str
    about: str


class Pattern(NamedTuple):
    """A sentence of a value proposition, with the names of its slots.

    `again` is the sentence if another one before it has named the solution.
    """

    key: str
    title: str
    slots: tuple[str, ...]
    sentence: str
    again: str = ""


class Slot(NamedTuple):
    """What goes into a sentence: the question that fills it, its form, and an example."""

    key: str
    ask: str
    form: str
    example: str


class CheckQuestion(NamedTuple):
    """A question of the account's self-check."""

    key: str
    ask: str


@cache
def chain_links() -> dict[str, ChainLink]:
    """Return the links of the chain by key, from the customer's business to what only we bring."""
    return {each["key"]: ChainLink(**each) for each in packaged("value")["chain"]}


@cache
def directions() -> dict[str, Direction]:
    """Return what a benefit can do to its driver, by key."""
    return {
        each["key"]: Direction(**(each | {"examples": tuple(each["examples"])}))
        for each in packaged("value")["directions"]
    }


@cache
def patterns() -> dict[str, Pattern]:
    """Return the sentences of a value proposition by key."""
    return {
        each["key"]: Pattern(**(each | {"slots": tuple(each["slots"])}))
        for each in packaged("value")["patterns"]
    }


@cache
def slots() -> dict[str, Slot]:
    """Return what goes into the sentences, by key."""
    return {each["key"]: Slot(**each) for each in packaged("value")["slots"]}


@cache
def cost_kinds() -> dict[str, Group]:
    """Return the kinds of the customer's costs by key."""
    return _groups("costs")


@cache
def need_levels() -> dict[str, Group]:
    """Return what a need can be, by key: the more it delights, the more it sets us apart."""
    return _groups("needs")


@cache
def swot_parts() -> dict[str, Group]:
    """Return the four parts of a SWOT by key."""
    return _groups("swot")


@cache
def alignment_questions() -> tuple[CheckQuestion, ...]:
    """Return the questions of the account's self-check."""
    return tuple(CheckQuestion(**each) for each in packaged("value")["alignment"])


def _groups(name: str) -> dict[str, Group]:
    return {each["key"]: Group(**each) for each in packaged("value")[name]}
