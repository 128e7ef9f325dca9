"""Deals for the engine's tests: written as rows of a table, or generated at random."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tas_cli.method.catalogue import US, criterion_keys, tree
from tas_cli.method.cells import CellKey
from tas_cli.strategy.facts import Facts

if TYPE_CHECKING:
    from tas_cli.model.scalars import Rating

KEYS = criterion_keys()
STEPS = tuple(tree().steps)
LEAVES = {"frontal", "flanking", "fragment", "defend", "develop", "disengage"}


@dataclass(frozen=True)
class Case:
    """A deal in one row, criteria by number.

    `us` and `them` list the criteria with +, `unknown` and `their_unknown` those with ?; all others
    are -. `path` has the answers from the first question on.
    """

    us: str
    strategy: str | None
    variation: str | None
    path: str
    them: dict[str, str] = field(default_factory=lambda: {"x": ""})
    incumbent: tuple[str, ...] | None = None
    stated: dict[str, bool] = field(default_factory=dict)
    unknown: str = ""
    their_unknown: dict[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        """Return the row as the engine's input."""
        ratings: dict[CellKey, Rating] = {}
        for party, plus in {US: self.us, **self.them}.items():
            unknown = self.unknown if party == US else self.their_unknown.get(party, "")
            for number, key in enumerate(KEYS, start=1):
                known: Rating = "+" if str(number) in plus.split() else "-"
                ratings[key, party] = "?" if str(number) in unknown.split() else known
        return Facts(tuple(self.them), ratings, self.incumbent, self.stated)


STRONG = {"x": "6 7 9 13"}
EVERYTHING = " ".join(str(number) for number in range(1, 21))


def seeded(seed: int) -> random.Random:
    """Return the same random numbers on every run."""
    return random.Random(seed)  # noqa: S311 - nothing here is secret


def random_facts(chance: random.Random, unknown: int) -> Facts:
    """Return a random state: our strength varies, so that every leaf occurs."""
    competitors = ("a", "b", "c")[: chance.choice([0, 1, 1, 2, 3])]
    parties = (US, *competitors)
    strength = {party: chance.random() * (1 if party == US else 0.7) for party in parties}
    ratings: dict[CellKey, Rating] = {
        (key, party): "+" if chance.random() < strength[party] else "-"
        for key in KEYS
        for party in parties
    }
    places = chance.sample(sorted(ratings), min(unknown, len(ratings)))
    for place in places:
        ratings[place] = "?"
    if chance.random() < 0.5:  # a missing cell is unknown as well
        ratings = {place: sign for place, sign in ratings.items() if sign != "?"}
    incumbents: list[tuple[str, ...] | None] = [None, None, ("nobody",), (US,), ("gone",)]
    if competitors:
        incumbents += [competitors[:1], competitors[-1:], (US, competitors[0])]
    stating = chance.choice([0, 0.1, 0.3])
    stated = {step: chance.random() < 0.5 for step in STEPS if chance.random() < stating}
    return Facts(competitors, ratings, chance.choice(incumbents), stated)


def with_sign(state: Facts, cell: CellKey, rating: Rating) -> Facts:
    """Return the facts with one cell set to a sign."""
    return state._replace(ratings=state.ratings | {cell: rating})
