"""The decision engine: against tables a sales person can read, a slow oracle, and its own laws."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

import oracle
import pytest
from limits import run_limited
from workspaces import day, opportunity, rated

from tas_cli.assess.scorecard import scorecard
from tas_cli.method.catalogue import US, criterion_keys, strategies, tree
from tas_cli.strategy.decision import Decision, decide
from tas_cli.strategy.facts import Facts, Place, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tas_cli.model.scalars import Rating

KEYS = criterion_keys()
STEPS = tuple(tree().steps)
LEAVES = {"frontal", "flanking", "fragment", "defend", "develop", "disengage"}


@dataclass(frozen=True)
class Case:
    """A deal in one row, criteria by their numbers.

    `us` and `them` list the criteria with +, `unknown` and `their_unknown` those with ?; all
    others are -. `path` has the answers from the first question on.
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
        ratings: dict[Place, Rating] = {}
        for party, plus in {US: self.us, **self.them}.items():
            unknown = self.unknown if party == US else self.their_unknown.get(party, "")
            for number, key in enumerate(KEYS, start=1):
                known: Rating = "+" if str(number) in plus.split() else "-"
                ratings[key, party] = "?" if str(number) in unknown.split() else known
        return Facts(tuple(self.them), ratings, self.incumbent, self.stated)


STRONG = {"x": "6 7 9 13"}
EVERYTHING = " ".join(str(number) for number in range(1, 21))

CASES = {
    # The six leaves and their variations.
    "superior-in-everything": Case("5 6 7 8 10 11 12 13", "frontal", "solution", "yes yes yes"),
    "superior-though-their-product-fits-too": Case(
        "5 6 7 8 10 11 12 13", "frontal", "reputation", "yes yes yes", them={"x": "7"}
    ),
    "move-the-goal-post": Case(
        "5 7 8 10 12 15", "flanking", "alter_the_rules", "yes yes no yes", them=STRONG
    ),
    "the-criteria-suit-us-so-add-to-them": Case(
        "5 6 7 10 12 15", "flanking", "acknowledge_and_expand", "yes yes no yes", them=STRONG
    ),
    "a-part-nobody-holds": Case(
        "5 7 8 10 11 18", "fragment", "niche", "yes yes no no yes", them=STRONG, incumbent=("nobody",)
    ),
    "a-part-beside-the-incumbent": Case(
        "5 7 8 10 11 18",
        "fragment",
        "peaceful_coexistence",
        "yes yes no no yes",
        them=STRONG,
        incumbent=("x",),
    ),
    "a-part-where-the-file-is-silent-and-they-have-the-relationship": Case(
        "5 7 8 10 11 18", "fragment", "peaceful_coexistence", "yes yes no no yes", them=STRONG
    ),
    "a-part-where-the-file-is-silent-and-nobody-has-the-relationship": Case(
        "5 7 8 10 11 18", "fragment", "niche", "yes yes no no yes", them={"x": "6 7"}
    ),
    "we-are-in-and-nobody-attacks": Case(
        "9", "defend", "insulate", "no yes", incumbent=("us",)
    ),
    "we-are-in-and-they-have-inside-support": Case(
        "9", "defend", "isolate", "no yes", them={"x": "11"}, incumbent=("us",)
    ),
    "we-are-in-by-our-relationship": Case("9", "defend", "insulate", "no yes"),
    "we-are-in-beside-them": Case(
        "", "defend", "insulate", "no yes", incumbent=("us", "x")
    ),
    "nothing-urges-them-but-there-is-a-future": Case("17", "develop", "invest", "no no yes"),
    "strategic-value-is-a-future-too": Case("20", "develop", "invest", "no no yes"),
    "urgent-but-we-cannot-compete": Case("5 17", "develop", "delay", "yes no no yes"),
    "urgent-and-able-but-outplayed": Case(
        "5 7 8 10 20", "develop", "delay", "yes yes no no no no yes", them=STRONG
    ),
    "nothing-at-all": Case("", "disengage", None, "no no no"),
    "all-but-a-future": Case("5", "disengage", None, "yes no no no"),
    # What the steps ask for, at their edges.
    "an-event-to-be-created": Case(
        "7 8 10 12 15", "flanking", "alter_the_rules", "yes yes no yes", them=STRONG
    ),
    "no-event-as-nobody-powerful-is-with-us": Case("7 8 10 12 17", "develop", "invest", "no no yes"),
    "fit-is-a-must": Case("5 6 8 9 10", "defend", "insulate", "yes no yes"),
    "unique-value-is-a-must": Case("5 6 7 8 9", "defend", "insulate", "yes no yes"),
    "two-of-five-are-too-few": Case("5 7 10", "disengage", None, "yes no no no"),
    "nobody-to-be-three-times-better-than": Case(
        "5 6 7 8 10 11 12 13 15", "flanking", "acknowledge_and_expand", "yes yes no yes", them={}
    ),
    "three-times-exactly": Case(
        "5 6 7 8 10 11 12 13", "frontal", "solution", "yes yes yes", them={"x": "6 8"}
    ),
    "three-times-but-one": Case(
        "5 7 8 10 11 12 15", "flanking", "alter_the_rules", "yes yes no yes", them={"x": "6 8 9"}
    ),
    "the-strongest-of-three-counts": Case(
        "5 6 7 8 10 11 12 13 18", "fragment", "niche", "yes yes no no yes",
        them={"a": "", "b": "6 8 14", "c": "7"},
    ),
    "their-signs-outside-questions-2-and-3-do-not-count": Case(
        "5 6 7 8 10 11 12 13", "frontal", "solution", "yes yes yes",
        them={"x": "1 2 3 4 5 16 17 18 19 20"},
    ),
    "strong-on-paper-weak-in-politics": Case(
        "5 6 7 8 10 11 12 18", "fragment", "niche", "yes yes no no yes",
    ),
    "nobody-is-incumbent-whatever-our-relationship": Case(
        "9 17", "develop", "invest", "no no yes", incumbent=("nobody",)
    ),
    "they-are-incumbent-whatever-our-relationship": Case(
        "9", "disengage", None, "no no no", incumbent=("x",)
    ),
    # Stated answers stand over the ratings.
    "stated-yes": Case(
        "", "frontal", "solution", "yes yes yes",
        stated={"compelling_event": True, "can_compete": True, "three_to_one": True},
    ),
    "stated-no": Case(
        "5 6 7 8 10 11 12 13 15", "flanking", "acknowledge_and_expand", "yes yes no yes",
        stated={"three_to_one": False},
    ),
    "stated-no-at-the-first-step-is-invest": Case(
        "5 17", "develop", "invest", "no no yes", stated={"compelling_event": False}
    ),
    "stated-over-the-incumbent": Case(
        "17", "develop", "invest", "no no yes",
        incumbent=("us",), stated={"protect_position": False},
    ),
    "stated-off-the-way-changes-nothing": Case(
        "17", "develop", "invest", "no no yes", stated={"change_criteria": True}
    ),
    # Unknowns are neither guessed nor counted as minus.
    "nothing-known": Case("", None, None, "unknown", unknown=EVERYTHING),
    "event-unknown-and-it-matters": Case(
        "6 7 8 10 11 12 13", None, None, "unknown", unknown="5"
    ),
    "event-unknown-but-it-leads-to-the-same": Case(
        "9", "defend", "insulate", "unknown", unknown="5"
    ),
    "cells-that-no-step-reads-do-not-matter": Case(
        "5 6 7 8 10 11 12 13", "frontal", "solution", "yes yes yes", unknown="1 2 3 4 16 19"
    ),
    "their-unknowns-cannot-help-them-any-more": Case(
        "5 " + " ".join(str(number) for number in range(6, 16)), "frontal", "solution",
        "yes yes yes", their_unknown={"x": "6 8 13"},
    ),
    "one-more-plus-of-theirs-decides": Case(
        "5 6 7 8 10 11 12 15", None, None, "yes yes unknown",
        them={"x": "6 8"}, their_unknown={"x": "13"},
    ),
    "strategy-known-variation-not": Case(
        "5 6 7 8 10 11 12 13", "frontal", None, "yes yes yes", their_unknown={"x": "7"}
    ),
    "a-future-is-certain-by-one-of-two": Case(
        "17", "develop", "invest", "no no yes", unknown="20"
    ),
    "stated-answers-need-no-ratings": Case(
        "", "develop", "invest", "no no yes", unknown=EVERYTHING,
        stated={"compelling_event": False, "protect_position": False, "future_value": True},
    ),
}  # fmt: skip


def _strip(decision: Decision) -> str:
    return " ".join(taken.answer for taken in decision.path)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_deal_leads_to_its_strategy(case: Case) -> None:
    """A row of the table comes out at its strategy, variation and path."""
    decision = decide(case.facts)
    assert (decision.recommended, decision.variation) == (case.strategy, case.variation)
    assert _strip(decision) == case.path


def test_table_has_every_strategy_in_every_variation() -> None:
    """No leaf of the tree and no way of carrying it out is without a row."""
    reached = {(case.strategy, case.variation) for case in CASES.values() if case.variation}
    assert reached == {
        (strategy.key, variation.key)
        for strategy in strategies().values()
        for variation in strategy.variations
    }
    assert {case.strategy for case in CASES.values()} == LEAVES | {None}


# ---------------------------------------------------------------------------------------------
# Against the oracle
# ---------------------------------------------------------------------------------------------

SEEDS = range(8)
STATES_EACH = 400


def _random_facts(chance: random.Random, unknown: int) -> Facts:
    """Return any state: how strong we are differs, so that all leaves are come by."""
    competitors = ("a", "b", "c")[: chance.choice([0, 1, 1, 2, 3])]
    parties = (US, *competitors)
    strength = {party: chance.random() * (1 if party == US else 0.7) for party in parties}
    ratings: dict[Place, Rating] = {
        (key, party): "+" if chance.random() < strength[party] else "-"
        for key in KEYS
        for party in parties
    }
    places = chance.sample(sorted(ratings), min(unknown, len(ratings)))
    for place in places:
        ratings[place] = "?"
    if chance.random() < 0.5:  # a cell that is missing is unknown as well
        ratings = {place: sign for place, sign in ratings.items() if sign != "?"}
    incumbents: list[tuple[str, ...] | None] = [None, None, ("nobody",), (US,)]
    if competitors:
        incumbents += [competitors[:1], competitors[-1:], (US, competitors[0])]
    stating = chance.choice([0, 0.1, 0.3])
    stated = {step: chance.random() < 0.5 for step in STEPS if chance.random() < stating}
    return Facts(competitors, ratings, chance.choice(incumbents), stated)


def _as_verdict(decision: Decision) -> oracle.Verdict:
    return oracle.Verdict(
        reachable=frozenset(decision.reachable),
        recommended=decision.recommended,
        variation=decision.variation,
        path=tuple((taken.step, taken.answer) for taken in decision.path),
        deciding=tuple((one.criterion, one.party, one.alone) for one in decision.deciding),
        flips=tuple(
            (one.criterion, one.party, one.before, one.after, one.strategy)
            for one in decision.flips
        ),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_engine_agrees_with_the_oracle(seed: int) -> None:
    """Over random states, all that the engine says is what looking at every settling gives."""
    chance = random.Random(seed)
    for _ in range(STATES_EACH):
        state = _random_facts(chance, chance.choice([0, 1, 2, 4, 6, 9, 12]))
        slow = oracle.Facts(state.competitors, state.ratings, state.incumbent, state.stated)
        assert _as_verdict(decide(state)) == oracle.verdict(slow), state


def test_random_states_are_of_all_kinds() -> None:
    """The states that the oracle is asked about reach every leaf, and every kind of finding."""
    chance = random.Random(0)
    decisions = [
        decide(_random_facts(chance, chance.choice([0, 1, 2, 4, 6, 9, 12])))
        for _ in range(STATES_EACH)
    ]
    assert {decision.recommended for decision in decisions} == LEAVES | {None}
    assert {one.alone for decision in decisions for one in decision.deciding} == {True, False}
    assert None in {one.strategy for decision in decisions for one in decision.flips}
    assert LEAVES <= {one.strategy for decision in decisions for one in decision.flips}


# ---------------------------------------------------------------------------------------------
# Laws
# ---------------------------------------------------------------------------------------------


def _unknown(state: Facts) -> list[Place]:
    return [
        (key, party) for key in KEYS for party in state.parties if state.rating(key, party) == "?"
    ]


def _wide_states() -> Iterator[Facts]:
    """Yield states with more unknown cells than any list of settlings could hold."""
    chance = random.Random(20)
    for _ in range(40):
        yield _random_facts(chance, chance.choice([15, 25, 40, 60, 80]))


def test_whatever_is_reachable_is_reachable_one_way_or_the_other() -> None:
    """Settling one cell, + or -, splits what is reachable, and loses and adds nothing."""
    for state in _wide_states():
        whole = set(decide(state).reachable)
        for place in _unknown(state):
            plus, minus = (
                set(decide(state.settled(place, "+")).reachable),
                set(decide(state.settled(place, "-")).reachable),
            )
            assert plus | minus == whole, (state, place)


def test_cells_that_decide_alone_are_those_that_split() -> None:
    """A cell decides alone exactly where its two settlings leave different strategies."""
    for state in _wide_states():
        decision = decide(state)
        split = {
            place
            for place in _unknown(state)
            if decide(state.settled(place, "+")).reachable
            != decide(state.settled(place, "-")).reachable
        }
        alone = {(one.criterion, one.party) for one in decision.deciding if one.alone}
        assert alone == split, state


def test_variation_is_told_only_where_no_cell_can_change_it() -> None:
    """With one strategy left, its variation is what both settlings of any cell agree on."""
    for state in _wide_states():
        decision = decide(state)
        if decision.recommended is None:
            assert decision.variation is None
            continue
        for place in _unknown(state):
            settled = {
                decide(state.settled(place, "+")).variation,
                decide(state.settled(place, "-")).variation,
            }
            expected = settled.pop() if len(settled) == 1 else None
            assert decision.variation == expected, (state, place)


def test_flips_are_what_the_changed_facts_come_to() -> None:
    """Each flip, applied to the facts, gives the strategy that it names; no other cell flips."""
    chance = random.Random(7)
    for _ in range(150):
        state = _random_facts(chance, chance.choice([0, 3, 10]))
        decision = decide(state)
        if decision.recommended is None:
            assert decision.flips == ()
            continue
        told = {(one.criterion, one.party): one.strategy for one in decision.flips}
        for place in sorted(state.ratings):
            sign = state.ratings[place]
            if sign == "?":
                assert place not in told
                continue
            changed = decide(state.settled(place, "-" if sign == "+" else "+")).recommended
            assert told.get(place, decision.recommended) == changed, (state, place)


def _combinations() -> Iterator[dict[str, bool]]:
    for answers in product([True, False], repeat=len(STEPS)):
        yield dict(zip(STEPS, answers, strict=True))


def _replayed(answers: Iterable[tuple[str, str]]) -> str:
    """Walk the catalogue's tree by the answers of a path and return where it ends."""
    place = tree().start
    for step, answer in answers:
        assert place == step
        place = tree().steps[step].yes if answer == "yes" else tree().steps[step].no
    return place


@pytest.mark.parametrize("ratings", ["unknown", "plus", "minus"])
def test_every_combination_of_answers_reaches_exactly_one_leaf(ratings: str) -> None:
    """With all seven answers stated, one strategy comes out, whatever the ratings."""
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
    """Walking the catalogue's tree by the printed answers ends at the recommended leaf."""
    chance = random.Random(3)
    for _ in range(300):
        decision = decide(_random_facts(chance, chance.choice([0, 0, 2, 6, 20])))
        taken = [(step.step, step.answer) for step in decision.path]
        if taken[-1][1] == "unknown":
            assert all(answer != "unknown" for _, answer in taken[:-1])
            assert _replayed(taken[:-1]) == taken[-1][0]
        else:
            assert _replayed(taken) == decision.recommended


def test_tree_has_every_leaf_and_no_loop() -> None:
    """From the start every step and every strategy is come by, and no way leads back."""

    def below(place: str, above: tuple[str, ...]) -> set[str]:
        assert place not in above
        if place not in tree().steps:
            return {place}
        step = tree().steps[place]
        further = (*above, place)
        return {place} | below(step.yes, further) | below(step.no, further)

    assert below(tree().start, ()) == LEAVES | set(STEPS)


def test_reachable_is_told_in_the_order_of_the_method() -> None:
    """The strategies come in one order, however they are reached."""
    order = list(strategies())
    for state in _wide_states():
        reachable = list(decide(state).reachable)
        assert reachable == sorted(reachable, key=order.index)


def test_order_of_parties_and_cells_does_not_change_the_decision() -> None:
    """Competitors in another order come to the same strategy; only lists follow their order."""
    chance = random.Random(11)
    for _ in range(100):
        state = _random_facts(chance, chance.choice([0, 5, 12]))
        cells = list(state.ratings.items())
        chance.shuffle(cells)
        turned = replace(state, competitors=state.competitors[::-1], ratings=dict(cells))
        one, other = decide(state), decide(turned)
        assert (one.recommended, one.variation, one.reachable) == (
            other.recommended, other.variation, other.reachable,
        )  # fmt: skip
        assert set(one.deciding) == set(other.deciding)
        assert set(one.flips) == set(other.flips)


# ---------------------------------------------------------------------------------------------
# What the engine shows
# ---------------------------------------------------------------------------------------------

# The contract's table: the criteria that each step reads of us and, second, of every competitor.
READ = {
    "compelling_event": ("5 10 12 15", ""),
    "can_compete": ("6 7 8 9 10", ""),
    "three_to_one": ("6 7 8 9 10 11 12 13 14 15", "6 7 8 9 10 11 12 13 14 15"),
    "change_criteria": ("10 12 15", ""),
    "profitable_subset": ("10 11 18", ""),
    "protect_position": ("9", ""),
    "future_value": ("17 20", ""),
}
WAYS = {
    "attack": Case("5 7 8 10 20", "develop", "delay", "yes yes no no no no yes", them=STRONG),
    "two-competitors": Case("5 7 8 10 20", "develop", "delay", "", them={"x": "6 7 9", "z": "6 8"}),
    "no-competitor": Case("5 7 8 10 20", "develop", "delay", "", them={}),
    "position": Case("17", "develop", "invest", ""),
    "unknown": Case("", None, None, "", unknown=EVERYTHING),
    "stated": Case("", None, None, "", stated=dict.fromkeys(STEPS, False)),
}


@pytest.mark.parametrize("case", WAYS.values(), ids=WAYS)
def test_because_lists_all_cells_that_a_step_reads(case: Case) -> None:
    """Each step of the path shows every cell its derivation reads, with its sign, also if stated."""
    state = case.facts
    for taken in decide(state).path:
        ours, theirs = (
            [KEYS[int(number) - 1] for number in numbers.split()] for numbers in READ[taken.step]
        )
        expected = [(key, US) for key in ours]
        expected += [(key, party) for party in state.competitors for key in theirs]
        assert [(one.criterion, one.party) for one in taken.because] == expected
        assert all(one.rating == state.rating(one.criterion, one.party) for one in taken.because)


def test_because_is_empty_where_the_incumbent_answers() -> None:
    """Where the file names an incumbent, no rating is read for the position."""
    decision = decide(Case("9 17", None, None, "", incumbent=("nobody",)).facts)
    (position,) = [taken for taken in decision.path if taken.step == "protect_position"]
    assert (position.source, position.because) == ("incumbent", ())


NOTES = {
    "exists": (Case("5", None, None, ""), ""),
    "to-be-created": (Case("10 12 15", None, None, ""), "to be created"),
    "both": (Case("5 10 12 15", None, None, ""), ""),
    "neither": (Case("10 12", None, None, ""), ""),
    "exists-perhaps": (Case("10 12 15", None, None, "", unknown="5"), "to be created"),
    "perhaps-at-all": (Case("10 12", None, None, "", unknown="15"), ""),
    "stated": (Case("10 12 15", None, None, "", stated={"compelling_event": True}), ""),
}


@pytest.mark.parametrize(("case", "note"), NOTES.values(), ids=NOTES)
def test_event_that_rests_on_our_strength_is_to_be_created(case: Case, note: str) -> None:
    """A yes that no event stands behind is shown as to be created."""
    assert decide(case.facts).path[0].note == note


SOURCES = {
    "ratings": (Case("17", None, None, ""), "ratings ratings ratings"),
    "incumbent": (Case("17", None, None, "", incumbent=("x",)), "ratings incumbent ratings"),
    "stated": (
        Case("17", None, None, "", incumbent=("x",), stated={"protect_position": False}),
        "ratings stated ratings",
    ),
}


@pytest.mark.parametrize(("case", "sources"), SOURCES.values(), ids=SOURCES)
def test_answer_names_its_source(case: Case, sources: str) -> None:
    """It is shown whether ratings, the incumbent or the rep gave an answer."""
    assert " ".join(taken.source for taken in decide(case.facts).path) == sources


FAILED = {
    "no-event": (Case("17", None, None, ""), "compelling_event"),
    "cannot-compete": (Case("5 17", None, None, ""), "can_compete"),
    "no-subset": (Case("5 7 8 10 20", None, None, "", them=STRONG), "profitable_subset"),
    "attack": (Case("5 6 7 8 10 11 12 13", None, None, ""), None),
    "unknown": (Case("", None, None, "", unknown=EVERYTHING), None),
}


@pytest.mark.parametrize(("case", "step"), FAILED.values(), ids=FAILED)
def test_step_that_led_away_from_an_attack_is_named(case: Case, step: str | None) -> None:
    """Develop names the step that failed."""
    assert decide(case.facts).failed_step == step


def test_deciding_cells_come_with_the_most_telling_first() -> None:
    """With nothing known at all: what leaves fewest strategies first, then by criterion."""
    state = Facts(("a", "b", "c"), {}, None, {})
    decision = decide(state)
    assert set(decision.reachable) == LEAVES
    numbers = [KEYS.index(one.criterion) + 1 for one in decision.deciding]
    assert numbers == [7, 9, 10, 5, 11, 12, 15, 17, 18, 20]
    assert {(one.party, one.alone) for one in decision.deciding} == {(US, True)}


def test_cells_that_decide_only_together_are_told_as_such() -> None:
    """Where no single cell decides, those that can matter are told, and not as alone."""
    case = Case(
        "5 6 7 8 9 10 11 12 13 15", None, None, "",
        them={"x": ""}, their_unknown={"x": "6 8 9 11 12 13"},
    )  # fmt: skip
    decision = decide(case.facts)
    assert set(decision.reachable) == {"frontal", "flanking"}
    assert [(KEYS.index(one.criterion) + 1, one.party, one.alone) for one in decision.deciding] == [
        (number, "x", False) for number in (6, 8, 9, 11, 12, 13)
    ]


ALL_UNKNOWN = """
from itertools import product
from tas_cli.method.catalogue import tree
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import Facts
for stated in [{}, *({step: answer} for step, answer in product(tree().steps, (True, False)))]:
    decision = decide(Facts(("a", "b", "c"), {}, None, stated))
    print(len(decision.reachable), len(decision.deciding))
"""


def test_all_cells_of_four_parties_unknown_take_little() -> None:
    """80 unknown cells, 2^80 settlings, are decided exactly with little memory and time."""
    lines = run_limited(ALL_UNKNOWN).splitlines()
    assert len(lines) == 15
    assert lines[0] == "6 10"


# ---------------------------------------------------------------------------------------------
# From a file
# ---------------------------------------------------------------------------------------------


def test_facts_are_the_cells_of_a_day_the_incumbent_and_the_stated_answers() -> None:
    """What the engine decides from is what the file says on that day."""
    text = rated(
        "2026-01-05 | solution_fit: {us: '+', x: '-'}",
        "2026-02-05 | solution_fit: {us: '-'}",
    ) + (
        "incumbent: [us, x]\n"
        "strategy: {answers: {three_to_one: {answer: no}, can_compete: {answer: yes}}}\n"
    )
    deal = opportunity(text)
    state = facts(deal, scorecard(deal, day("2026-01-31")))
    assert state.competitors == ("x", "z")
    assert state.incumbent == ("us", "x")
    assert state.stated == {"three_to_one": False, "can_compete": True}
    assert (state.rating("solution_fit"), state.rating("solution_fit", "x")) == ("+", "-")
    assert state.rating("solution_fit", "z") == "?"
    assert facts(deal, scorecard(deal, day("2026-02-05"))).rating("solution_fit") == "-"


@pytest.mark.parametrize("written", ["", "incumbent:\n", "incumbent: []\n"])
def test_file_that_is_silent_of_an_incumbent_gives_none(written: str) -> None:
    """Left out, empty or an empty list: the file says nothing of an incumbent."""
    deal = opportunity(rated("2026-01-05 | solution_fit: {us: '+'}") + written)
    assert facts(deal, scorecard(deal, day("2026-01-05"))).incumbent is None


def test_claims_without_evidence_count_as_unknown_where_asked() -> None:
    """`evidenced` takes our + without evidence for ?, and nobody else's."""
    deal = opportunity(
        rated(
            "2026-01-05 | solution_fit: {us: '+', x: '+'} | compelling_event: {us: '-'}"
            " | inside_support: {us: {rating: '+', evidence: [{what: w}]}}"
        )
    )
    state = facts(deal, scorecard(deal, day("2026-01-05")).evidenced())
    assert state.rating("solution_fit") == "?"
    assert state.rating("solution_fit", "x") == "+"
    assert state.rating("compelling_event") == "-"
    assert state.rating("inside_support") == "+"
