"""All scenarios, each a way to set the unknown cells to + or -, evaluated together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple

from tas_cli.method.catalogue import US, tree
from tas_cli.method.cells import CellKey, cell_keys
from tas_cli.model.scalars import Rating
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.tables import (
    Premises,
    beyond_reach,
    compared_criteria,
    everything,
    is_plus,
    outcome_tables,
    outcomes_within,
    step_table,
    variables,
)


class Way(NamedTuple):
    """An answer to a step of the tree: one way on from it."""

    step: str
    answer: Literal["yes", "no"]


class Range(NamedTuple):
    """The fewest and the most + a competitor can have among the compared criteria."""

    low: int
    high: int


@dataclass
class Scenarios:
    """The engine's questions about one opportunity's facts.

    `ours` is the table of the scenarios that agree with our known cells; `counts` has the
    competitors' ranges.
    """

    facts: Facts
    premises: Premises
    ours: int
    counts: dict[str, Range]

    @classmethod
    def of(cls, facts: Facts) -> Scenarios:
        """Return the scenarios the facts leave open."""
        ours, ratings = everything(), facts.ratings
        for criterion, agreeing in _agreeing().items():
            sign = ratings.get((criterion, US), "?")
            if sign != "?":
                ours &= agreeing[sign]
        counts = {party: _range(facts, party) for party in facts.competitors}
        return cls(facts, Premises.of(facts), ours, counts)

    def assuming(self, cell: CellKey, rating: Rating) -> Scenarios:
        """Return the scenarios with a cell the tree reads set to a sign, even if it was known."""
        criterion, party = cell
        known, plus = self.facts.rating(*cell) != "?", rating == "+"
        if party != US:
            before = self.counts[party]
            low = before.low + plus - (known and not plus)
            high = before.high + (known and plus) - (not plus)
            return self._counting(party, Range(low, high))
        if known:
            shift = 1 << variables().index(criterion)
            ours = self.ours << shift if plus else self.ours >> shift
        else:
            ours = self.ours & _agreeing()[criterion][rating]
        return Scenarios(self.facts, self.premises, ours, self.counts)

    def _counting(self, party: str, count: Range) -> Scenarios:
        counts = self.counts | {party: count}
        return Scenarios(self.facts, self.premises, self.ours, counts)

    @property
    def most(self) -> range:
        """Every number of + the strongest competitor can reach, up to the number that matters."""
        counts = self.counts.values()
        low = max([count.low for count in counts], default=0)
        high = max([count.high for count in counts], default=0)
        return range(min(low, beyond_reach()), min(high, beyond_reach()) + 1)

    def outcomes(self, most: int) -> dict[str, int]:
        """Return each strategy's table if the strongest competitor has `most` +."""
        return outcome_tables(self.premises, most)

    def reachable(self) -> frozenset[str]:
        """Return every strategy that some scenario leads to."""
        return self._leading(everything())

    def either_way(self, cell: CellKey) -> tuple[frozenset[str], frozenset[str]]:
        """Return what is reachable if an unknown cell turns out to be +, and to be -."""
        criterion, party = cell
        if party == US:
            plus, minus = _agreeing()[criterion].values()
            return self._leading(plus), self._leading(minus)
        return self._theirs_either_way[party]

    @cached_property
    def _theirs_either_way(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        """The same for any unknown cell of a competitor: they are interchangeable."""
        return {
            party: (
                self._counting(party, Range(low + 1, high)).reachable(),
                self._counting(party, Range(low, high - 1)).reachable(),
            )
            for party, (low, high) in self.counts.items()
            if low < high
        }

    def _leading(self, among: int) -> frozenset[str]:
        """Return the strategies that our scenarios among these lead to."""
        ours = self.ours & among
        return frozenset([key for key, under in self._outcomes.items() if under & ours])

    @cached_property
    def _outcomes(self) -> dict[str, int]:
        return outcomes_within(self.premises, self.most)

    def answer(self, step: str) -> bool | None:
        """Return a step's answer if every scenario agrees on it, else None."""
        answers = set()
        for most in self.most:
            yes = step_table(step, self.premises, most) & self.ours
            answers |= {bool(yes)} if yes in (0, self.ours) else {True, False}
        return answers.pop() if len(answers) == 1 else None

    def ways(self) -> frozenset[Way]:
        """Return every answer that some scenario gives on its way through the tree."""
        return frozenset(way for most in self.most for way in self._ways(most))

    def _ways(self, most: int) -> Iterator[Way]:
        steps, left = tree().steps, [(tree().start, self.ours)]
        while left:
            key, under = left.pop()
            if key in steps and under:
                yes = step_table(key, self.premises, most) & under
                answers = {"yes": yes, "no": under & ~yes}
                for answer, target in steps[key].ways.items():
                    if answers[answer]:
                        yield Way(key, answer)
                        left.append((target, answers[answer]))

    def matters_somewhere(self, cell: CellKey) -> bool:
        """Whether an unknown cell can change the strategy, for some scenario of the rest."""
        criterion, party = cell
        return self._our_sign_matters(criterion) if party == US else self._their_sign_matters(party)

    def _our_sign_matters(self, criterion: str) -> bool:
        shift = 1 << variables().index(criterion)
        plus = is_plus(criterion)
        return any(
            ((under & self.ours & plus) >> shift) != (under & self.ours & ~plus)
            for most in self.most
            for under in self.outcomes(most).values()
        )

    def _their_sign_matters(self, party: str) -> bool:
        """Whether another + matters: only if the party is or becomes the strongest competitor."""
        own = self.counts[party]
        others = max((c.low for name, c in self.counts.items() if name != party), default=0)
        return any(self._differs(most, most + 1) for most in range(max(own.low, others), own.high))

    def _differs(self, one: int, other: int) -> bool:
        first, second = self.outcomes(one), self.outcomes(other)
        return any(
            (first.get(strategy, 0) ^ second.get(strategy, 0)) & self.ours
            for strategy in first.keys() | second.keys()
        )


def is_read(cell: CellKey) -> bool:
    """Whether the tree reads a cell, so its sign can make a difference."""
    criterion, party = cell
    return criterion in (variables() if party == US else compared_criteria())


@lru_cache(maxsize=64)
def read_cells(parties: tuple[str, ...]) -> tuple[CellKey, ...]:
    """Return the cells of some parties that the tree reads."""
    return tuple(filter(is_read, cell_keys(parties)))


@cache
def _agreeing() -> dict[str, dict[str, int]]:
    """Return, by criterion and sign, the table of the scenarios that agree with our sign."""
    return {
        criterion: {"+": is_plus(criterion), "-": everything() & ~is_plus(criterion)}
        for criterion in variables()
    }


def _range(facts: Facts, party: str) -> Range:
    ratings = facts.ratings
    signs = [ratings.get((criterion, party), "?") for criterion in compared_criteria()]
    return Range(signs.count("+"), len(signs) - signs.count("-"))
