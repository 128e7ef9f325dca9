"""Looks up names of the method: everything that has a page, under all its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tas_cli.method.catalogue import (
    Condition,
    Entry,
    Guideline,
    SalesStep,
    Strategy,
    TreeStep,
    caveats,
    criteria,
    questions,
    sales_steps,
    strategies,
    tree,
)
from tas_cli.method.glossary import terms
from tas_cli.words import spelled

_SIGNS = ("+", "-", "?")


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that has a page.

    `kind` narrows a name that means two things (`step:develop`), `subject` is the thing itself and
    `of` the strategy or sales step that it belongs to. `names` has all names that find it, tidied.
    """

    kind: str
    key: str
    title: str
    subject: object
    of: Strategy | SalesStep | None
    names: frozenset[str]


def tidy(name: str) -> str:
    """Return a name in the form used to compare: lowercase, with only `_` between words.

    A rating sign stays itself, and so does the colon after a kind.
    """
    kind, colon, rest = name.rpartition(":")
    return kind.strip().casefold() + colon + _tidy(rest.strip())


def _tidy(words: str) -> str:
    if words in _SIGNS:
        return words
    letters = re.sub(r"['\u2019]", "", words.casefold())
    return re.sub(r"[^\w.]+|_+", "_", letters).strip("_.")


def topic(
    kind: str,
    key: str,
    title: str,
    subject: object,
    *names: str,
    of: Strategy | SalesStep | None = None,
) -> Topic:
    """Make a topic found by its key, its title and `names`, each with or without its kind.

    A name that has a kind already (`step:2`) is never valid without it.
    """
    plain = {tidy(name) for name in (key, title, *names)}
    return Topic(
        kind, key, title, subject, of, frozenset(plain | {f"{kind}:{name}" for name in plain})
    )


def find(name: str, topics: Iterable[Topic]) -> list[Topic]:
    """Return all topics with that name."""
    wanted = tidy(name)
    return [each for each in topics if wanted in each.names]


@cache
def method_topics() -> tuple[Topic, ...]:
    """Return all of the method's topics, grouped by kind."""
    return (
        *_criteria(),
        *_questions(),
        *_strategies(),
        *_variations(),
        *_guidelines(),
        *_caveats(),
        *_tree_steps(),
        *_sales_steps(),
        *_entries("activity"),
        *_entries("outcome"),
        *_terms(),
    )


def _criteria() -> Iterator[Topic]:
    for each in criteria():
        short_forms = re.findall(r"\((\w+)\)", each.title)
        names = (each.short, str(each.number), re.sub(r" \(\w+\)", "", each.title), *short_forms)
        yield topic("criterion", each.key, each.title, each, *names, *each.also)


def _questions() -> Iterator[Topic]:
    for each in questions():
        names = (f"q{each.number}", f"question:{each.number}")
        yield topic("question", each.key, each.title, each, *names)


def _strategies() -> Iterator[Topic]:
    for each in strategies().values():
        yield topic("strategy", each.key, each.title, each)


def _variations() -> Iterator[Topic]:
    for strategy in strategies().values():
        for each in strategy.variations:
            full = f"{strategy.key}.{each.key}"
            yield topic("variation", each.key, each.title, each, full, of=strategy)


def _guidelines() -> Iterator[Topic]:
    for strategy in strategies().values():
        for each in strategy.guidelines:
            full = f"{strategy.key}.{each.key}"
            yield topic("guideline", each.key, spelled(each.key), each, full, of=strategy)


def _caveats() -> Iterator[Topic]:
    for each in caveats().values():
        yield topic("caveat", each.key, spelled(each.key), each)


def _tree_steps() -> Iterator[Topic]:
    for each in tree().steps.values():
        yield topic("tree", each.key, each.title, each, each.question, f"tree:{each.number}")


def _sales_steps() -> Iterator[Topic]:
    for each in sales_steps().values():
        yield topic("step", each.key, each.title, each, f"step:{each.number}")


def _entries(kind: str) -> Iterator[Topic]:
    for step in sales_steps().values():
        entries: tuple[Entry, ...] = step.outcomes if kind == "outcome" else step.activities
        for each in entries:
            full = f"{step.key}.{each.key}"
            yield topic(kind, each.key, spelled(each.key), each, full, each.title, of=step)


def _terms() -> Iterator[Topic]:
    for each in terms().values():
        signs = _SIGNS if each.key == "rating" else ()
        own = [part for part in each.parts if part.key and part.key not in terms()]
        parts = (name for part in own for name in (part.key, part.title))
        yield topic("term", each.key, each.title, each, *signs, *each.also, *filter(None, parts))


def reads(condition: Condition) -> frozenset[str]:
    """Return the criteria that a condition reads, for any party."""
    return frozenset(condition.criteria).union(*map(reads, condition.parts))


def guidelines_touching(criterion: str) -> list[tuple[Strategy, Guideline]]:
    """Return the guidelines that are about a criterion, each with its strategy."""
    return [
        (strategy, guideline)
        for strategy in strategies().values()
        for guideline in strategy.guidelines
        if criterion in guideline.criteria
    ]


def tree_steps_reading(criterion: str) -> list[TreeStep]:
    """Return the steps of the decision tree whose derivation reads a criterion."""
    return [step for step in tree().steps.values() if criterion in reads(step.derivation)]
