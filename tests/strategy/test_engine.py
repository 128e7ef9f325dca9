"""The decision engine, checked against a readable table and against a slow oracle."""

from __future__ import annotations

import oracle
import pytest
from engine_cases import EVERYTHING, LEAVES, STRONG, Case, random_facts, seeded
from workspaces import day, opportunity, rated

from tas_cli.assess.scorecard import scorecard
from tas_cli.method.catalogue import strategies
from tas_cli.strategy.decision import Decision, decide
from tas_cli.strategy.facts import facts

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
    "a-part-without-an-incumbent": Case(
        "5 7 8 10 11 18", "fragment", "niche", "yes yes no no yes",
        them=STRONG, incumbent=("nobody",),
    ),
    "a-part-next-to-the-incumbent": Case(
        "5 7 8 10 11 18",
        "fragment",
        "peaceful_coexistence",
        "yes yes no no yes",
        them=STRONG,
        incumbent=("x",),
    ),
    "a-part-with-no-stated-incumbent-and-their-relationship": Case(
        "5 7 8 10 11 18", "fragment", "peaceful_coexistence", "yes yes no no yes", them=STRONG
    ),
    "a-part-with-no-stated-incumbent-and-no-relationship": Case(
        "5 7 8 10 11 18", "fragment", "niche", "yes yes no no yes", them={"x": "6 7"}
    ),
    "we-are-in-and-not-attacked": Case(
        "9", "defend", "insulate", "no yes", incumbent=("us",)
    ),
    "we-are-in-and-they-have-inside-support": Case(
        "9", "defend", "isolate", "no yes", them={"x": "11"}, incumbent=("us",)
    ),
    "we-are-in-by-our-relationship": Case("9", "defend", "insulate", "no yes"),
    "we-are-in-and-so-are-they": Case(
        "", "defend", "insulate", "no yes", incumbent=("us", "x")
    ),
    "no-urgency-but-a-future": Case("17", "develop", "invest", "no no yes"),
    "strategic-value-is-a-future-too": Case("20", "develop", "invest", "no no yes"),
    "urgent-but-we-cannot-compete": Case("5 17", "develop", "delay", "yes no no yes"),
    "urgent-and-able-but-outplayed": Case(
        "5 7 8 10 20", "develop", "delay", "yes yes no no no no yes", them=STRONG
    ),
    "nothing-at-all": Case("", "disengage", None, "no no no"),
    "all-but-a-future": Case("5", "disengage", None, "yes no no no"),
    # The limits of the steps' conditions.
    "an-event-to-be-created": Case(
        "7 8 10 12 15", "flanking", "alter_the_rules", "yes yes no yes", them=STRONG
    ),
    "no-event-without-political-alignment": Case("7 8 10 12 17", "develop", "invest", "no no yes"),
    "fit-is-a-must": Case("5 6 8 9 10", "defend", "insulate", "yes no yes"),
    "unique-value-is-a-must": Case("5 6 7 8 9", "defend", "insulate", "yes no yes"),
    "two-of-five-are-too-few": Case("5 7 10", "disengage", None, "yes no no no"),
    "no-competitor-to-be-three-times-better-than": Case(
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
    # Stated answers override the ratings.
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
    "stated-off-the-path-has-no-effect": Case(
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
    "their-unknowns-can-no-longer-help-them": Case(
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
    """A row of the table leads to its strategy, variation and path."""
    decision = decide(case.facts)
    assert (decision.recommended, decision.variation) == (case.strategy, case.variation)
    assert _strip(decision) == case.path


def test_table_has_every_strategy_in_every_variation() -> None:
    """Every leaf of the tree and every variation has a row."""
    reached = {(case.strategy, case.variation) for case in CASES.values() if case.variation}
    assert reached == {
        (strategy.key, variation.key)
        for strategy in strategies().values()
        for variation in strategy.variations
    }
    assert {case.strategy for case in CASES.values()} == LEAVES | {None}


SEEDS = range(8)
STATES_EACH = 200


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


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", SEEDS)
def test_engine_agrees_with_the_oracle(seed: int) -> None:
    """For random states, the engine's results equal those from listing every scenario."""
    chance = seeded(seed)
    for _ in range(STATES_EACH):
        state = random_facts(chance, chance.choice([0, 1, 2, 4, 6, 9, 12]))
        slow = oracle.Facts(state.competitors, state.ratings, state.incumbent, state.stated)
        assert _as_verdict(decide(state)) == oracle.verdict(slow), state


def test_random_states_are_of_all_kinds() -> None:
    """The oracle's states reach every leaf, and every kind of finding."""
    chance = seeded(0)
    decisions = [
        decide(random_facts(chance, chance.choice([0, 1, 2, 4, 6, 9, 12])))
        for _ in range(STATES_EACH)
    ]
    assert {decision.recommended for decision in decisions} == LEAVES | {None}
    assert {one.alone for decision in decisions for one in decision.deciding} == {True, False}
    assert None in {one.strategy for decision in decisions for one in decision.flips}
    assert {one.strategy for decision in decisions for one in decision.flips} >= LEAVES


def test_facts_are_the_cells_of_a_day_the_incumbent_and_the_stated_answers() -> None:
    """The engine decides from the file as of that date."""
    text = rated(
        "2026-01-05 | solution_fit: {us: '+', x: '-'}",
        "2026-02-05 | solution_fit: {us: '-'}",
    ) + (
        "incumbent: [us, x]\n"
        "strategy: {answers: {three_to_one: {answer: no}, can_compete: {answer: yes}}}\n"
    )
    deal = opportunity(text)
    state = facts(deal, scorecard(deal, day("2026-01-31")).signs, day("2026-01-31"))
    assert state.competitors == ("x", "z")
    assert state.incumbent == ("us", "x")
    assert state.stated == {"three_to_one": False, "can_compete": True}
    assert (state.rating("solution_fit"), state.rating("solution_fit", "x")) == ("+", "-")
    assert state.rating("solution_fit", "z") == "?"
    assert (
        facts(deal, scorecard(deal, day("2026-02-05")).signs, day("2026-02-05")).rating(
            "solution_fit"
        )
        == "-"
    )


@pytest.mark.parametrize("written", ["", "incumbent:\n", "incumbent: []\n"])
def test_a_file_without_an_incumbent_gives_none(written: str) -> None:
    """If left out, empty or an empty list, the incumbent is not stated."""
    deal = opportunity(rated("2026-01-05 | solution_fit: {us: '+'}") + written)
    assert (
        facts(deal, scorecard(deal, day("2026-01-05")).signs, day("2026-01-05")).incumbent is None
    )


def test_claims_without_evidence_count_as_unknown_where_asked() -> None:
    """`evidenced` treats our + without evidence as ?, and nobody else's."""
    deal = opportunity(
        rated(
            "2026-01-05 | solution_fit: {us: '+', x: '+'} | compelling_event: {us: '-'}"
            " | inside_support: {us: {rating: '+', evidence: [{what: w}]}}"
        )
    )
    state = facts(deal, scorecard(deal, day("2026-01-05")).evidenced().signs, day("2026-01-05"))
    assert state.rating("solution_fit") == "?"
    assert state.rating("solution_fit", "x") == "+"
    assert state.rating("compelling_event") == "-"
    assert state.rating("inside_support") == "+"
