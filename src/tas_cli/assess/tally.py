"""Counts of ratings: how many of each sign, the balance, the share known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.method.catalogue import criteria, criterion_keys

WEIGHT = {"+": 1, "?": 0, "-": -1}
"""What a sign adds to the balance."""


class Tally(NamedTuple):
    """The signs of some cells of one party."""

    plus: int
    minus: int
    unknown: int

    @property
    def balance(self) -> int:
        """The number of + minus the number of -."""
        return self.plus - self.minus

    @property
    def known(self) -> int:
        """Return the share of known cells in whole percent, rounded down."""
        total = self.plus + self.minus + self.unknown
        return (self.plus + self.minus) * 100 // total


def tally(card: Scorecard, party: str, keys: Iterable[str] | None = None) -> Tally:
    """Count a party's signs, over all criteria or those given."""
    signs = Counter(card.rating(key, party) for key in keys or criterion_keys())
    return Tally(signs["+"], signs["-"], signs["?"])


def question_tally(card: Scorecard, party: str, question: int) -> Tally:
    """Count a party's signs in one of the four questions."""
    return tally(card, party, question_keys(question))


@cache
def question_keys(question: int) -> tuple[str, ...]:
    """Return the keys of a question's criteria."""
    return tuple(criterion.key for criterion in criteria() if criterion.question == question)


def leaders(card: Scorecard, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the parties with the best balance over these criteria; several if tied.

    A party without any + never leads: being unknown is not an advantage. A competitor that is out
    of the race does not lead either.
    """
    named = tuple(keys)
    tallies = {party: tally(card, party, named) for party in card.parties if party not in card.out}
    best = max((counts.balance for counts in tallies.values() if counts.plus), default=None)
    return tuple(
        party for party, counts in tallies.items() if counts.plus and counts.balance == best
    )
