"""Truth tables as integers, with one bit for each scenario of our cells.

The variables are those of our cells that any derivation reads. Bit k of a table is the result for
the scenario in which variable i is + if bit i of k is set. And, or and not are then single
operations on integers, however many rows the tables have, so every question about all scenarios is
exact and fast.

Competitors enter a derivation only through the highest number of + that any of them has among the
compared criteria. So a table is built for one such number, and the engine asks for every number
that is still possible.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache, reduce
from operator import and_, or_
from typing import NamedTuple

from tas_cli.method.catalogue import Condition, criteria_by_key, tree
from tas_cli.strategy.facts import Facts


class Premises(NamedTuple):
    """What a deal's tables depend on besides its cells; equal premises give equal tables.

    `holding` is whether we are the incumbent, None if the file names no incumbent.
    """

    declared: bool
    holding: bool | None
    stated: frozenset[tuple[str, bool]]

    @classmethod
    def of(cls, facts: Facts) -> Premises:
        """Return the premises in the facts."""
        holding = None if facts.incumbent is None else facts.we_are_incumbent
        return cls(bool(facts.competitors), holding, frozenset(facts.stated.items()))


def read_by(condition: Condition) -> frozenset[str]:
    """Return the criteria a condition reads in our own column."""
    own = frozenset() if condition.op == "competitor_plus" else frozenset(condition.criteria)
    return own.union(*(read_by(part) for part in condition.parts))


def compared(condition: Condition) -> frozenset[str]:
    """Return the criteria on which a condition compares us with every competitor."""
    own = condition.criteria if condition.op == "times_every_competitor" else ()
    return frozenset(own).union(*(compared(part) for part in condition.parts))


@cache
def variables() -> tuple[str, ...]:
    """Return the criteria the tree reads in our column, by number."""
    read = frozenset().union(*(read_by(step.derivation) for step in tree().steps.values()))
    return tuple(sorted(read, key=lambda key: criteria_by_key()[key].number))


@cache
def compared_criteria() -> frozenset[str]:
    """Return the criteria on which competitors' + count against ours."""
    return frozenset().union(*(compared(step.derivation) for step in tree().steps.values()))


@cache
def beyond_reach() -> int:
    """Return a number of + that no count of ours can match: more than that makes no difference."""
    return max((_beyond(step.derivation) for step in tree().steps.values()), default=0)


def _beyond(condition: Condition) -> int:
    compares = condition.op == "times_every_competitor"
    own = len(condition.criteria) // condition.number + 1 if compares else 0
    return max(own, *map(_beyond, condition.parts), 0)


@cache
def everything() -> int:
    """Return the table that is true under every scenario."""
    return int((1 << (1 << len(variables()))) - 1)


@cache
def is_plus(criterion: str) -> int:
    """Return the table of a variable: true where the variable is +."""
    index = variables().index(criterion)
    half = 1 << index
    block = ((1 << half) - 1) << half
    width = half * 2
    while width < 1 << len(variables()):
        block |= block << width
        width *= 2
    return block


@cache
def at_least(count: int, among: tuple[str, ...]) -> int:
    """Return the table that is true where at least `count` of these variables are +."""
    if count > len(among):
        return 0
    reached = [everything()] + [0] * count
    for criterion in among:
        for number in range(count, 0, -1):
            reached[number] |= reached[number - 1] & is_plus(criterion)
    return reached[count]


def _all(tables: Iterable[int]) -> int:
    return reduce(and_, tables, everything())


def _constant(holds: bool) -> int:  # noqa: FBT001 - the constant itself
    return everything() if holds else 0


def table(condition: Condition, premises: Premises, most: int) -> int:
    """Return a derivation's table if the strongest competitor has `most` + among those compared."""
    parts = (table(part, premises, most) for part in condition.parts)
    signs = map(is_plus, condition.criteria)
    match condition.op:
        case "all" | "plus":
            return _all((*parts, *signs))
        case "any" | "any_plus":
            return reduce(or_, (*parts, *signs), 0)
        case "competitor_declared":
            return _constant(premises.declared)
        case "incumbent_us":
            return _all(parts) if premises.holding is None else _constant(premises.holding)
        case _:
            return at_least(_needed(condition, most), condition.criteria)


def _needed(condition: Condition, most: int) -> int:
    """Return how many + a counting condition asks for."""
    if condition.op == "more_plus_than_minus":
        return len(condition.criteria) // 2 + 1
    return condition.number * (most if condition.op == "times_every_competitor" else 1)


@lru_cache(maxsize=512)
def step_table(key: str, premises: Premises, most: int) -> int:
    """Return a step's table: the stated answer if there is one, else the derivation."""
    for answer in (True, False):
        if (key, answer) in premises.stated:
            return _constant(answer)
    return table(tree().steps[key].derivation, premises, most)


@lru_cache(maxsize=256)
def outcome_tables(premises: Premises, most: int) -> dict[str, int]:
    """Return, for every strategy, the scenarios for which the tree leads to it.

    Deals share these tables, since most state no answers: do not change them.
    """
    steps = tree().steps
    outcomes: dict[str, int] = {}
    ways = [(tree().start, everything())]
    while ways:
        key, under = ways.pop()
        if key in steps and under:
            yes = step_table(key, premises, most)
            ways += [(steps[key].yes, under & yes), (steps[key].no, under & ~yes)]
        elif under:
            outcomes[key] = outcomes.get(key, 0) | under
    return outcomes


@lru_cache(maxsize=256)
def outcomes_within(premises: Premises, mosts: range) -> dict[str, int]:
    """Return, for every strategy, the scenarios that lead to it for some number of `mosts`.

    Deals share these tables as well.
    """
    found: dict[str, int] = {}
    for most in mosts:
        for strategy, under in outcome_tables(premises, most).items():
            found[strategy] = found.get(strategy, 0) | under
    return found
