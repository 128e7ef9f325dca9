"""The method's data files match the types that the program reads them as."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from tas_cli.method import catalogue, people
from tas_cli.method.catalogue import (
    Caveat,
    Condition,
    Criterion,
    DebriefQuestion,
    Question,
    SalesStep,
    Strategy,
    Tree,
    caveats,
    criteria,
    criterion_keys,
    debrief_questions,
    questions,
    sales_steps,
    strategies,
    tree,
)
from tas_cli.method.glossary import Term, terms
from tas_cli.method.lookup import method_topics, reads
from tas_cli.source.packaged import packaged

DATA = Path(catalogue.__file__).parent / "data"

LOADED: list[tuple[Any, Any]] = [
    (tuple[Question, ...], questions()),
    (tuple[Criterion, ...], criteria()),
    (dict[str, Strategy], strategies()),
    (dict[str, Caveat], caveats()),
    (Tree, tree()),
    (dict[str, SalesStep], sales_steps()),
    (tuple[DebriefQuestion, ...], debrief_questions()),
    (dict[str, Term], terms()),
    (dict[str, people.Role], people.roles()),
    (dict[str, people.Standing], people.standings()),
    (dict[str, people.Coverage], people.coverages()),
    (dict[str, people.Adaptability], people.adaptabilities()),
    (dict[str, people.Band], people.bands()),
    (dict[str, people.Approach], people.approaches()),
    (dict[str, people.Credibility], people.credibility()),
    (dict[str, people.Source], people.sources()),
    (dict[str, people.Indicator], people.indicators()),
]

KEYED: list[tuple[str, list[str]]] = [
    ("questions", [each.key for each in questions()]),
    ("criteria", list(criterion_keys())),
    ("guidelines", [each.key for one in strategies().values() for each in one.guidelines]),
    ("variations", [each.key for one in strategies().values() for each in one.variations]),
    ("activities", [each.key for one in sales_steps().values() for each in one.activities]),
    ("outcomes", [each.key for one in sales_steps().values() for each in one.outcomes]),
]

OPERATORS = {
    "plus",
    "any_plus",
    "more_plus_than_minus",
    "plus_at_least",
    "times_every_competitor",
    "competitor_declared",
    "competitor_plus",
    "incumbent_us",
    "incumbent_competitor",
    "no_at",
    "all",
    "any",
}


def conditions(condition: Condition) -> list[Condition]:
    """Return a condition with all its parts."""
    return [condition, *chain.from_iterable(map(conditions, condition.parts))]


def all_conditions() -> list[Condition]:
    """Return every condition of the tree and of the choice of variations."""
    derivations = [step.derivation for step in tree().steps.values()]
    choices = [when for one in tree().variations.values() for _, when in one.choices]
    return list(chain.from_iterable(map(conditions, [*derivations, *choices])))


def texts(value: Any) -> list[str]:
    """Return every text in a loaded value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return list(chain.from_iterable(map(texts, value.values())))
    if isinstance(value, (list, tuple)):
        return list(chain.from_iterable(map(texts, value)))
    return []


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_is_compiled(path: Path) -> None:
    """The program loads what the files say; otherwise `python tools/generate.py` is due."""
    assert packaged(path.stem) == yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize(("type_", "loaded"), LOADED)
def test_types(type_: Any, loaded: Any) -> None:
    """Loaded data has exactly the declared types: no list for a tuple, no boolean for a word."""
    assert TypeAdapter(type_).validate_json(json.dumps(loaded), strict=True) == loaded


@pytest.mark.parametrize(("type_", "loaded"), LOADED)
def test_no_empty_text(type_: Any, loaded: Any) -> None:
    """No text is empty or has spaces at its ends."""
    del type_
    optional = {"note", "step"}
    assert optional <= set(Condition._fields)
    filled = [text for text in texts(loaded) if text]
    assert all(text == text.strip() for text in filled)
    if not isinstance(loaded, Tree):
        assert len(filled) == len(texts(loaded))


@pytest.mark.parametrize(("what", "keys"), KEYED)
def test_keys_are_unique(what: str, keys: list[str]) -> None:
    """A key is unique among its kind."""
    assert len(set(keys)) == len(keys), what


@pytest.mark.parametrize(
    "loaded", [strategies, caveats, sales_steps, terms], ids=lambda f: f.__name__
)
def test_keys_of_mappings_are_unique(loaded: Any) -> None:
    """No entry of a file hides another one with the same key."""
    file, listed = {
        strategies: ("strategies", "strategies"),
        caveats: ("strategies", "caveats"),
        sales_steps: ("steps", "steps"),
        terms: ("glossary", "terms"),
    }[loaded]
    assert len(loaded()) == len(packaged(file)[listed])


def test_topics_are_unique() -> None:
    """A kind and a key lead to one page."""
    pairs = [(topic.kind, topic.key) for topic in method_topics()]
    assert len(set(pairs)) == len(pairs)


def test_numbers() -> None:
    """Questions, criteria, sales steps and debrief questions are numbered without a gap."""
    assert [each.number for each in questions()] == [1, 2, 3, 4]
    assert [each.number for each in criteria()] == list(range(1, 21))
    assert [each.number for each in sales_steps().values()] == [1, 2, 3, 4, 5]
    assert [each.number for each in debrief_questions()] == [1, 2, 3, 4]
    assert [each.number for each in tree().steps.values()] == list(range(1, 8))


def test_five_criteria_to_a_question() -> None:
    """Each question has five criteria, in the order of their numbers."""
    assert [each.question for each in criteria()] == sorted([1, 2, 3, 4] * 5)


def test_short_names() -> None:
    """A short name fits its column on narrow screens."""
    assert all(len(each.short) <= 21 for each in criteria())


def test_questions_are_readable() -> None:
    """A question can be read in one breath, and ends with a question mark."""
    asks = [ask for each in criteria() for ask in each.asks]
    assert [ask for ask in asks if not ask.endswith("?") or len(ask) > 80] == []


def test_readings_are_whole() -> None:
    """What tas adds to a criterion is never cut off, as by a # that YAML takes for a comment."""
    readings = [reading for each in criteria() for reading in each.reading]
    assert [reading for reading in readings if not reading.endswith((".", ".)"))] == []


def test_poles() -> None:
    """A criterion whose - pole is "undefined" has another pole for a - against somebody."""
    for each in criteria():
        assert (each.against_pole is not None) == (each.minus_pole == "undefined")
        assert all(len(pole) <= 9 for pole in (each.minus_pole, each.plus_pole))
        assert len(each.against_pole or "") <= 9


def test_guidelines() -> None:
    """A guideline names existing criteria, and says what to do if the wanted rating is missing."""
    for strategy in strategies().values():
        variations = {each.key for each in strategy.variations}
        for guideline in strategy.guidelines:
            assert set(guideline.criteria) <= set(criterion_keys())
            assert guideline.variation in (None, *variations)
            assert guideline.wants in (None, "plus")
            assert bool(guideline.wants) == bool(guideline.caveat)
            assert guideline.criteria or not guideline.wants


def test_kinds_of_strategy() -> None:
    """Three strategies attack, two take a position, one does neither."""
    kinds = [strategy.kind for strategy in strategies().values()]
    assert kinds == ["attack"] * 3 + ["position"] * 2 + ["none"]


def test_caveats() -> None:
    """A caveat names existing criteria and only uses placeholders the program can fill in."""
    for caveat in caveats().values():
        assert set(caveat.criteria) <= set(criterion_keys())
        wanted = {name for _, name, _, _ in Formatter().parse(caveat.text) if name is not None}
        assert wanted <= {"competitor", "step", "date", "changed"}


def test_glossary() -> None:
    """Everything a term refers to has a page of its own."""
    known = {topic.key for topic in method_topics()}
    for term in terms().values():
        assert set(term.see) <= known


def test_tree_leads_somewhere() -> None:
    """Every answer leads forward, never back, and every strategy can be reached."""
    steps = tree().steps
    assert tree().start == next(iter(steps))
    for step in steps.values():
        for target in (step.yes, step.no):
            assert target in strategies() or steps[target].number > step.number
    targets = {target for step in steps.values() for target in (step.yes, step.no)}
    assert targets == {*strategies(), *steps} - {tree().start}


def test_tree_of_the_method() -> None:
    """The tree is the method's: seven questions, and where a no to each of the first five leads."""
    ways = {key: (step.yes, step.no) for key, step in tree().steps.items()}
    assert ways == {
        "compelling_event": ("can_compete", "protect_position"),
        "can_compete": ("three_to_one", "protect_position"),
        "three_to_one": ("frontal", "change_criteria"),
        "change_criteria": ("flanking", "profitable_subset"),
        "profitable_subset": ("fragment", "protect_position"),
        "protect_position": ("defend", "future_value"),
        "future_value": ("develop", "disengage"),
    }


def test_conditions() -> None:
    """A condition has a known operator and reads existing criteria and steps."""
    for condition in all_conditions():
        assert condition.op in OPERATORS
        assert reads(condition) <= set(criterion_keys())
        assert condition.step in ("", *tree().steps)
        assert bool(condition.number) == (
            condition.op in ("plus_at_least", "times_every_competitor")
        )


def test_choice_of_variations() -> None:
    """Every strategy chooses among its own variations, and each of them is possible."""
    assert list(tree().variations) == list(strategies())
    for key, choice in tree().variations.items():
        chosen = [variation for variation, _ in choice.choices]
        outcomes = [*chosen, choice.otherwise] if choice.otherwise else chosen
        assert sorted(outcomes) == sorted(each.key for each in strategies()[key].variations)


def test_sales_steps() -> None:
    """The probability grows from step to step up to won, and each step takes some days."""
    probabilities = [step.probability for step in sales_steps().values()]
    assert probabilities == [20, 40, 60, 80, 100]
    assert [step.days for step in sales_steps().values()] == [30, 30, 45, 45, 30]
