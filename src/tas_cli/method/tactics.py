"""The tactics that `tas plan --suggest` proposes: their kinds and words (`data/tactics.yaml`)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tas_cli.source.packaged import packaged


class TacticPattern(NamedTuple):
    """The kind of a suggested tactic and its words, in which names are to be filled in."""

    kind: str
    what: str


@cache
def about_criterion(criterion: str, kind: str) -> TacticPattern:
    """Return the tactic of a kind on a criterion.

    To emphasize a strength that has to be proved means to prove it.
    """
    words = next(each for each in packaged("tactics")["criteria"] if each["key"] == criterion)
    found = kind if kind in words else "prove"
    return TacticPattern(found, words[found])


@cache
def about_unknown_rival(criterion: str) -> TacticPattern:
    """Return how to find out about a competitor's standing on a criterion."""
    data = packaged("tactics")
    own = (each["what"] for each in data["rival_unknown_on"] if criterion in each["criteria"])
    return TacticPattern("retrieve", next(own, data["rival_unknown"]))


@cache
def about_person(case: str) -> TacticPattern:
    """Return what to do about somebody of weight: unidentified, unmet, unknown, or an approach."""
    return TacticPattern(**packaged("tactics")["person"][case])


@cache
def about_benefit(case: str) -> TacticPattern:
    """Return how to have a benefit confirmed: claimed, without_figures or without_owner."""
    return TacticPattern(**packaged("tactics")["benefit"][case])


@cache
def about_outcome(outcome: str) -> TacticPattern:
    """Return how to get an outcome of a sales step; any way for a company's own outcomes."""
    data = packaged("tactics")
    known = (each for each in data["outcomes"] if each["key"] == outcome)
    found = next(known, data["outcome_otherwise"])
    return TacticPattern(found["kind"], found["what"])
