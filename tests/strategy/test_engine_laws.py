"""Laws of the decision engine: true of every state, however many cells are unknown."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from engine_cases import KEYS, LEAVES, STEPS, random_facts, seeded, with_sign
from workspaces import run_limited

from tas_cli.method.catalogue import US, strategies, tree
from tas_cli.method.cells import CellKey, cell_keys
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.scenarios import Scenarios, is_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tas_cli.model.scalars import Rating

pytestmark = pytest.mark.no_cover  # thousands of states: the engine's own cases cover it


SIGNS: tuple[Rating, Rating] = ("+", "-")


def _unknown(state: Facts) -> list[CellKey]:
    return [
        (key, party) for key in KEYS for party in state.parties if state.rating(key, party) == "?"
    ]


def _wide_states() -> Iterator[Facts]:
    """Yield states with more unknown cells than any list of scenarios could hold."""
    chance = seeded(20)
    for _ in range(40):
        yield random_facts(chance, chance.choice([15, 25, 40, 60, 80]))


def test_a_reachable_strategy_is_reachable_with_either_sign() -> None:
    """Settling one cell to + or - splits the reachable set without loss or addition."""
    for state in _wide_states():
        whole = set(decide(state).reachable)
        for place in _unknown(state):
            plus, minus = (
                set(decide(with_sign(state, place, "+")).reachable),
                set(decide(with_sign(state, place, "-")).reachable),
            )
            assert plus | minus == whole, (state, place)


def test_assuming_a_sign_is_the_same_as_rating_the_cell() -> None:
    """Assuming a sign equals rating the cell, known before or not; unread cells do not matter."""
    chance = seeded(29)
    for _ in range(60):
        state = random_facts(chance, chance.choice([0, 5, 12, 40]))
        before = Scenarios.of(state)
        for cell, sign in product(cell_keys(state.parties), SIGNS):
            if state.rating(*cell) == sign:
                continue
            after = Scenarios.of(with_sign(state, cell, sign))
            if is_read(cell):
                found = before.assuming(cell, sign)
                assert (found.ours, found.counts) == (after.ours, after.counts), (state, cell)
            else:
                assert (before.ours, before.counts) == (after.ours, after.counts), (state, cell)


def test_cells_that_decide_alone_split_the_strategies() -> None:
    """A cell decides alone exactly if its two scenarios leave different strategies."""
    for state in _wide_states():
        decision = decide(state)
        split = {
            place
            for place in _unknown(state)
            if decide(with_sign(state, place, "+")).reachable
            != decide(with_sign(state, place, "-")).reachable
        }
        alone = {(one.criterion, one.party) for one in decision.deciding if one.alone}
        assert alone == split, state


def test_variation_is_shown_only_if_no_cell_can_change_it() -> None:
    """With one strategy left, its variation is the one on which any cell's scenarios agree."""
    for state in _wide_states():
        decision = decide(state)
        if decision.recommended is None:
            assert decision.variation is None
            continue
        for place in _unknown(state):
            variations = {
                decide(with_sign(state, place, "+")).variation,
                decide(with_sign(state, place, "-")).variation,
            }
            expected = variations.pop() if len(variations) == 1 else None
            assert decision.variation == expected, (state, place)


def test_flips_agree_with_the_changed_facts() -> None:
    """Each flip, applied to the facts, gives its strategy; no other cell flips."""
    chance = seeded(7)
    for _ in range(150):
        state = random_facts(chance, chance.choice([0, 3, 10]))
        decision = decide(state)
        if decision.recommended is None:
            assert decision.flips == ()
            continue
        flips = {(one.criterion, one.party): one.strategy for one in decision.flips}
        for place in sorted(state.ratings):
            sign = state.ratings[place]
            if sign == "?":
                assert place not in flips
                continue
            changed = decide(with_sign(state, place, "-" if sign == "+" else "+")).recommended
            assert flips.get(place, decision.recommended) == changed, (state, place)


def _combinations() -> Iterator[dict[str, bool]]:
    for answers in product([True, False], repeat=len(STEPS)):
        yield dict(zip(STEPS, answers, strict=True))


def _replayed(answers: Iterable[tuple[str, str]]) -> str:
    """Walk the catalog's tree by the answers of a path and return where it ends."""
    place = tree().start
    for step, answer in answers:
        assert place == step
        place = tree().steps[step].yes if answer == "yes" else tree().steps[step].no
    return place


@pytest.mark.parametrize("ratings", ["unknown", "plus", "minus"])
def test_every_combination_of_answers_reaches_exactly_one_leaf(ratings: str) -> None:
    """With all seven answers stated, exactly one strategy results, whatever the ratings."""
    sign: Rating = {"unknown": "?", "plus": "+", "minus": "-"}[ratings]  # type: ignore[assignment]
    reached = set()
    for stated in _combinations():
        state = Facts(("x",), {(key, US): sign for key in KEYS}, None, stated)
        decision = decide(state)
        assert decision.reachable == (decision.recommended,)
        assert {taken.source for taken in decision.path} == {"stated"}
        assert _replayed((taken.step, taken.answer) for taken in decision.path) in LEAVES
        reached.add(decision.recommended)
    assert reached == LEAVES


def test_printed_path_replays_to_the_same_decision() -> None:
    """Walking the catalog's tree by the printed answers ends at the recommended leaf."""
    chance = seeded(3)
    for _ in range(300):
        decision = decide(random_facts(chance, chance.choice([0, 0, 2, 6, 20])))
        taken = [(step.step, step.answer) for step in decision.path]
        if taken[-1][1] == "unknown":
            assert all(answer != "unknown" for _, answer in taken[:-1])
            assert _replayed(taken[:-1]) == taken[-1][0]
        else:
            assert _replayed(taken) == decision.recommended


def test_tree_has_every_leaf_and_no_loop() -> None:
    """From the start every step and every strategy can be reached, and no way leads back."""

    def below(place: str, above: tuple[str, ...]) -> set[str]:
        assert place not in above
        if place not in tree().steps:
            return {place}
        step = tree().steps[place]
        further = (*above, place)
        return {place} | below(step.yes, further) | below(step.no, further)

    assert below(tree().start, ()) == LEAVES | set(STEPS)


def test_reachable_strategies_come_in_the_order_of_the_method() -> None:
    """The strategies are listed in one order, however they are reached."""
    order = list(strategies())
    for state in _wide_states():
        reachable = list(decide(state).reachable)
        assert reachable == sorted(reachable, key=order.index)


def test_order_of_parties_and_cells_does_not_change_the_decision() -> None:
    """Reordered competitors lead to the same strategy; only lists follow their order."""
    chance = seeded(11)
    for _ in range(100):
        state = random_facts(chance, chance.choice([0, 5, 12]))
        cells = list(state.ratings.items())
        chance.shuffle(cells)
        turned = state._replace(competitors=state.competitors[::-1], ratings=dict(cells))
        one, other = decide(state), decide(turned)
        assert (one.recommended, one.variation, one.reachable) == (
            other.recommended, other.variation, other.reachable,
        )  # fmt: skip
        assert set(one.deciding) == set(other.deciding)
        assert set(one.flips) == set(other.flips)


ALL_UNKNOWN = """
from itertools import product
from tas_cli.method.catalogue import tree
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import Facts
for stated in [{}, *({step: answer} for step, answer in product(tree().steps, (True, False)))]:
    decision = decide(Facts(("a", "b", "c"), {}, None, stated))
    print(len(decision.reachable), len(decision.deciding))
    _ = decision.variation, decision.path, decision.flips
"""


def test_four_unknown_parties_take_little_time_and_memory() -> None:
    """80 unknown cells, 2^80 scenarios, are decided exactly with little memory and time."""
    lines = run_limited(ALL_UNKNOWN).splitlines()
    assert len(lines) == 15
    assert lines[0] == "6 10"
