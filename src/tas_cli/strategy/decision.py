"""The decision: what is recommended or still reachable, how it got there, what would change it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from tas_cli.method.catalogue import US, Condition, TreeStep, criterion_keys, tree
from tas_cli.model.scalars import Rating
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.scenarios import Scenarios, Way, read_cells
from tas_cli.strategy.tables import compared, read_by, table
from tas_cli.strategy.variation import variation

Answer = Literal["yes", "no", "unknown"]
Source = Literal["ratings", "stated", "incumbent"]
_POSITION = "protect_position"


class Because(NamedTuple):
    """A cell that a step reads, with its sign."""

    criterion: str
    party: str
    rating: Rating


class PathStep(NamedTuple):
    """One answered question of the tree.

    `because` lists every cell the step reads, even if a stated answer overrides them; `note` names
    what a yes depends on (an event yet to be created, say).
    """

    step: str
    answer: Answer
    source: Source
    because: tuple[Because, ...]
    note: str = ""


class Deciding(NamedTuple):
    """An unknown cell that decides between strategies; `alone` if no other needs to be known."""

    criterion: str
    party: str
    alone: bool


class Flip(NamedTuple):
    """A known cell whose opposite would change the recommendation.

    `strategy` is the new recommendation, None if several strategies would be reachable.
    """

    criterion: str
    party: str
    before: Rating
    after: Rating
    strategy: str | None

    @property
    def helps(self) -> bool:
        """Whether it is good for us: a competitor's + works against us."""
        return (self.after == "+") == (self.party == US)


@dataclass
class Decision:
    """What follows from the facts (method, section 3), exact over all scenarios.

    The path and what would change it are computed on first use.
    """

    scenarios: Scenarios

    @cached_property
    def reachable(self) -> tuple[str, ...]:
        """Every strategy that is still reachable, in the method's order."""
        reachable = self.scenarios.reachable()
        return tuple(strategy for strategy in tree().variations if strategy in reachable)

    @property
    def recommended(self) -> str | None:
        """The only reachable strategy, None if there are several."""
        return self.reachable[0] if len(self.reachable) == 1 else None

    @cached_property
    def variation(self) -> str | None:
        """The recommended strategy's variation; None if it has none or the unknowns decide."""
        return variation(self.recommended, self.scenarios) if self.recommended else None

    @cached_property
    def path(self) -> tuple[PathStep, ...]:
        """The path through the tree: to the leaf, or to the first unknown step.

        It ends at an unknown step even if only one strategy remains.
        """
        return _path(self.scenarios)

    @cached_property
    def ways(self) -> frozenset[Way]:
        """Every answer that is still possible on the way to a strategy within reach."""
        return self.scenarios.ways()

    @cached_property
    def deciding(self) -> tuple[Deciding, ...]:
        """The unknown cells that decide between the reachable strategies."""
        return () if self.recommended else _deciding(self.scenarios)

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """The known cells that would each change the recommendation on their own."""
        return _flips(self.scenarios, self.recommended) if self.recommended else ()

    @property
    def failed_step(self) -> str | None:
        """The question whose no led away from the attack strategies, if one did."""
        steps = tree().steps
        attack = [taken for taken in self.path if steps[taken.step].no == _POSITION]
        return attack[-1].step if attack and attack[-1].answer == "no" else None


def decide(facts: Facts) -> Decision:
    """Walk the tree over all scenarios."""
    return Decision(Scenarios.of(facts))


def _path(scenarios: Scenarios) -> tuple[PathStep, ...]:
    taken = []
    key = tree().start
    while key in tree().steps:
        step = tree().steps[key]
        answer = scenarios.answer(key)
        taken.append(_path_step(step, answer, scenarios))
        if answer is None:
            break
        key = step.yes if answer else step.no
    return tuple(taken)


def _path_step(step: TreeStep, answer: bool | None, scenarios: Scenarios) -> PathStep:  # noqa: FBT001
    source = _source(step, scenarios.facts)
    return PathStep(
        step=step.key,
        answer="unknown" if answer is None else "yes" if answer else "no",
        source=source,
        because=() if source == "incumbent" else cells_read(step, scenarios.facts),
        note=_note(step, scenarios) if answer and source == "ratings" else "",
    )


def _source(step: TreeStep, facts: Facts) -> Source:
    if step.key in facts.stated:
        return "stated"
    by_incumbent = step.derivation.op == "incumbent_us" and facts.incumbent is not None
    return "incumbent" if by_incumbent else "ratings"


def cells_read(step: TreeStep, facts: Facts) -> tuple[Because, ...]:
    """Return all cells a step's derivation reads: ours by number, then the competitors'."""
    ours = read_by(step.derivation)
    theirs = compared(step.derivation)
    return tuple(
        Because(criterion, party, facts.rating(criterion, party))
        for party in facts.parties
        for criterion in criterion_keys()
        if criterion in (ours if party == US else theirs)
    )


def _note(step: TreeStep, scenarios: Scenarios) -> str:
    """Return what the yes depends on, if only a part with a note of its own makes it a yes."""
    if step.derivation.op != "any":
        return ""
    plain = [part for part in step.derivation.parts if not part.note]
    if any(_certain(part, scenarios) for part in plain):
        return ""
    return next((part.note for part in step.derivation.parts if part.note), "")


def _certain(condition: Condition, scenarios: Scenarios) -> bool:
    return all(
        not scenarios.ours & ~table(condition, scenarios.premises, most) for most in scenarios.most
    )


def _deciding(scenarios: Scenarios) -> tuple[Deciding, ...]:
    """Return the deciding cells: those that leave the fewest strategies first, then by cell."""
    facts = scenarios.facts
    unknown = [cell for cell in read_cells(facts.parties) if facts.rating(*cell) == "?"]
    alone = {}
    for cell in unknown:
        plus, minus = scenarios.either_way(cell)
        if plus != minus:
            alone[cell] = len(plus) + len(minus)
    if alone:
        return tuple(Deciding(*cell, alone=True) for cell in sorted(alone, key=alone.__getitem__))
    several = filter(scenarios.matters_somewhere, unknown)
    return tuple(Deciding(*cell, alone=False) for cell in several)


def _flips(scenarios: Scenarios, recommended: str) -> tuple[Flip, ...]:
    flips = []
    for cell in read_cells(scenarios.facts.parties):
        sign = scenarios.facts.rating(*cell)
        if sign != "?":
            opposite: Rating = "-" if sign == "+" else "+"
            reachable = scenarios.assuming(cell, opposite).reachable()
            if reachable != {recommended}:
                strategy = next(iter(reachable)) if len(reachable) == 1 else None
                flips.append(Flip(*cell, sign, opposite, strategy))
    return tuple(flips)
