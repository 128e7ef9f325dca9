"""A strategy, a variation or a guideline, explained in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.method.catalogue import Guideline, Strategy, Variation, criteria_by_key, numbered, tree
from tas_cli.views.condition import choice_of_variation, numbers
from tas_cli.views.terminal.plain import bullets, paragraph, readings, section, title

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    "attack": "An attack strategy: you go for the order now.",
    "position": "A position strategy: you hold or build a place for later.",
    "none": "Neither an attack nor a position.",
}
_NAMED_UP_TO = 4
"""More criteria than that are given by their numbers alone."""


def strategy_page(strategy: Strategy, width: int) -> list[str]:
    """Return a strategy: what it is, how it is carried out, and what to mind."""
    return [
        *title(strategy.title, width),
        *paragraph(_KINDS[strategy.kind], width),
        *paragraph(f"In a file: {strategy.key}", width),
        "",
        *paragraph(strategy.summary, width),
        *section("Variations", _variations(strategy, width)),
        *section("Guidelines", _guidelines(strategy.guidelines, strategy, width)),
        *section("How the decision tree comes to it", bullets(_ways_to(strategy.key), width)),
    ]


def _ways_to(key: str) -> Iterator[str]:
    for step in tree().steps.values():
        for answer, target in (("Yes", step.yes), ("No", step.no)):
            if target == key:
                yield f"Step {step.number}: {step.question} {answer}."


def _variations(strategy: Strategy, width: int) -> list[str]:
    lines: list[str] = []
    for variation in strategy.variations:
        lines += paragraph(f"{variation.title} ({variation.key})", width, indent=2)
        lines += paragraph(variation.about, width, indent=4)
        lines += [*bullets(variation.forms, width, indent=4), ""]
    return [*lines[:-1], *readings(_choice(strategy), width, indent=2)]


def _choice(strategy: Strategy) -> list[str]:
    titles = {each.key: each.title for each in strategy.variations}
    words = choice_of_variation(tree().variations[strategy.key], titles)
    return [f"{words}."] if words else []


def _guidelines(guidelines: tuple[Guideline, ...], strategy: Strategy, width: int) -> list[str]:
    return [line for each in guidelines for line in _guideline(each, strategy, width)]


def _guideline(guideline: Guideline, strategy: Strategy, width: int) -> list[str]:
    """Return a guideline: the advice, its criteria, what to do without them, our reading."""
    lines = bullets([guideline.text + _only(guideline, strategy)], width)
    for words in _beside(guideline):
        lines += paragraph(words, width, indent=4)
    return lines


def _only(guideline: Guideline, strategy: Strategy) -> str:
    """Say where a guideline belongs to one variation alone."""
    if guideline.variation is None:
        return ""
    return f" (for {strategy.variation(guideline.variation).title})"


def _beside(guideline: Guideline) -> list[str]:
    about = f"About {_named(guideline.criteria)}." if guideline.criteria else ""
    caveat = f"Caveat without a + there: {guideline.caveat}" if guideline.caveat else ""
    reading = f"Our reading: {guideline.reading}" if guideline.reading else ""
    return [words for words in (about, caveat, reading) if words]


def _named(keys: tuple[str, ...]) -> str:
    """Return criteria as #12 Executive credibility, or only their numbers where there are many."""
    if len(keys) > _NAMED_UP_TO:
        return numbers(keys)
    found = [criteria_by_key()[key] for key in keys]
    return " and ".join(numbered(each.key) for each in found)


def variation_page(variation: Variation, strategy: Strategy, width: int) -> list[str]:
    """Return a variation: what it is, its forms, its own guidelines, and when it is taken."""
    own = tuple(each for each in strategy.guidelines if each.variation == variation.key)
    return [
        *title(f"{strategy.title} by {variation.title}", width),
        *paragraph(f"A variation of the strategy {strategy.title}.", width),
        *paragraph(f"In a file: {variation.key}", width),
        "",
        *paragraph(variation.about, width),
        *section("Forms", bullets(variation.forms, width)),
        *section("Its own guidelines", _guidelines(own, strategy, width)),
        *section("When it is taken", readings(_choice(strategy), width, indent=2)[1:]),
    ]


def guideline_page(guideline: Guideline, strategy: Strategy, width: int) -> list[str]:
    """Return a guideline by itself."""
    name = guideline.key.replace("_", " ").capitalize()
    beside = [line for words in _beside(guideline) for line in ["", *paragraph(words, width)]]
    return [
        *title(name, width),
        *paragraph(f"A guideline of the strategy {strategy.title}.", width),
        "",
        *paragraph(guideline.text + _only(guideline, strategy), width),
        *beside,
    ]
