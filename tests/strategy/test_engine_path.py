"""What the engine shows of a decision: path, cells read, sources, notes, deciding cells."""

from __future__ import annotations

import pytest
from engine_cases import EVERYTHING, KEYS, LEAVES, STEPS, STRONG, Case

from tas_cli.method.catalogue import US
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import Facts

# The contract's table: the criteria each step reads for us and, second, for every competitor.
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
    """Each step shows every cell that its derivation reads, with its sign, even if stated."""
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
    """If the file names an incumbent, no rating is read for the position."""
    decision = decide(Case("9 17", None, None, "", incumbent=("nobody",)).facts)
    (position,) = [taken for taken in decision.path if taken.step == "protect_position"]
    assert (position.source, position.because) == ("incumbent", ())


NOTES = {
    "exists": (Case("5", None, None, ""), ""),
    "to-be-created": (Case("10 12 15", None, None, ""), "we can create one"),
    "both": (Case("5 10 12 15", None, None, ""), ""),
    "neither": (Case("10 12", None, None, ""), ""),
    "exists-perhaps": (Case("10 12 15", None, None, "", unknown="5"), "we can create one"),
    "perhaps-at-all": (Case("10 12", None, None, "", unknown="15"), ""),
    "stated": (Case("10 12 15", None, None, "", stated={"compelling_event": True}), ""),
}


@pytest.mark.parametrize(("case", "note"), NOTES.values(), ids=NOTES)
def test_event_that_rests_on_our_strength_is_to_be_created(case: Case, note: str) -> None:
    """A yes without an actual event says that we can create one."""
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
    """The path shows whether ratings, the incumbent or the rep gave an answer."""
    assert " ".join(taken.source for taken in decide(case.facts).path) == sources


FAILED = {
    "no-event": (Case("17", None, None, ""), "compelling_event"),
    "cannot-compete": (Case("5 17", None, None, ""), "can_compete"),
    "no-subset": (Case("5 7 8 10 20", None, None, "", them=STRONG), "profitable_subset"),
    "attack": (Case("5 6 7 8 10 11 12 13", None, None, ""), None),
    "unknown": (Case("", None, None, "", unknown=EVERYTHING), None),
}


@pytest.mark.parametrize(("case", "step"), FAILED.values(), ids=FAILED)
def test_the_step_that_ruled_out_an_attack_is_named(case: Case, step: str | None) -> None:
    """Develop names the step that failed."""
    assert decide(case.facts).failed_step == step


def test_deciding_cells_come_most_decisive_first() -> None:
    """With nothing known, cells that leave the fewest strategies come first, then by criterion."""
    state = Facts(("a", "b", "c"), {}, None, {})
    decision = decide(state)
    assert set(decision.reachable) == LEAVES
    numbers = [KEYS.index(one.criterion) + 1 for one in decision.deciding]
    assert numbers == [7, 9, 10, 5, 11, 12, 15, 17, 18, 20]
    assert {(one.party, one.alone) for one in decision.deciding} == {(US, True)}


def test_cells_that_decide_only_together_are_shown_as_such() -> None:
    """If no single cell decides, those that can matter are listed, but not as deciding alone."""
    case = Case(
        "5 6 7 8 9 10 11 12 13 15", None, None, "",
        them={"x": ""}, their_unknown={"x": "6 8 9 11 12 13"},
    )  # fmt: skip
    decision = decide(case.facts)
    assert set(decision.reachable) == {"frontal", "flanking"}
    assert [(KEYS.index(one.criterion) + 1, one.party, one.alone) for one in decision.deciding] == [
        (number, "x", False) for number in (6, 8, 9, 11, 12, 13)
    ]


def test_competitor_that_cannot_become_the_strongest_does_not_decide() -> None:
    """Only the strongest competitor counts against us: one that stays weaker decides nothing."""
    case = Case(
        "5 6 7 8 9 10 12 15", None, None, "",
        unknown="11 13 14", them={"a": "6 8 9", "b": "6"}, their_unknown={"b": "8 9"},
    )  # fmt: skip
    decision = decide(case.facts)
    assert set(decision.reachable) == {"frontal", "flanking"}
    assert [(KEYS.index(one.criterion) + 1, one.party, one.alone) for one in decision.deciding] == [
        (number, "us", False) for number in (11, 13, 14)
    ]
