"""The plan and its test: kinds of tactic, challenges, partners and signs (method, 2, 6 and 7)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tas_cli.source.packaged import packaged


class TacticKind(NamedTuple):
    """One of the five kinds of tactic, by their letters PRIME."""

    key: str
    letter: str
    title: str
    about: str


class ScoreColumn(NamedTuple):
    """What a challenge scores from 1 to 5, and the questions behind it."""

    key: str
    title: str
    about: str
    asks: tuple[str, ...]


class ChallengeQuestion(NamedTuple):
    """A question of a challenge; `key` is unique in its category."""

    key: str
    ask: str


class ChallengeCategory(NamedTuple):
    """What a challenge asks about; `reading` says where the category is ours."""

    key: str
    title: str
    about: str
    questions: tuple[ChallengeQuestion, ...]
    reading: str = ""


class Link(NamedTuple):
    """One of the five links along which a partner is assessed."""

    key: str
    title: str
    about: str


class ControlSign(NamedTuple):
    """A sign that we are not in control of the sale."""

    key: str
    title: str


@cache
def tactic_kinds() -> dict[str, TacticKind]:
    """Return the kinds of tactic by key, in the order of PRIME."""
    return {each["key"]: TacticKind(**each) for each in packaged("plan")["kinds"]}


@cache
def score_columns() -> dict[str, ScoreColumn]:
    """Return what a challenge scores, by key."""
    return {
        each["key"]: ScoreColumn(**(each | {"asks": tuple(each["asks"])}))
        for each in packaged("plan")["columns"]
    }


@cache
def challenge_categories() -> dict[str, ChallengeCategory]:
    """Return the categories of a challenge by key: the method's first, then ours."""
    return {
        each["key"]: ChallengeCategory(
            **(each | {"questions": tuple(ChallengeQuestion(**ask) for ask in each["questions"])})
        )
        for each in packaged("plan")["categories"]
    }


@cache
def partner_links() -> dict[str, Link]:
    """Return the five links by key."""
    return {each["key"]: Link(**each) for each in packaged("plan")["links"]}


@cache
def lost_control() -> dict[str, ControlSign]:
    """Return the signs that we are not in control of the sale, by key."""
    return {each["key"]: ControlSign(**each) for each in packaged("plan")["signs"]}


@cache
def personal_signs() -> tuple[str, ...]:
    """Return the signs that somebody is not in control of their own time: never stored."""
    return tuple(packaged("plan")["personal_signs"])
