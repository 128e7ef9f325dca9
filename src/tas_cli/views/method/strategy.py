"""A strategy, a variation or a guideline, explained."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.method.catalogue import Guideline, Strategy, Variation, numbered, tree
from tas_cli.views.condition import choice_of_variation, numbers
from tas_cli.views.method.parts import apart, bullets, indented, readings
from tas_cli.views.page import GAP, Block, Page, Title, paragraph, section
from tas_cli.words import spelled

_KINDS = {
    "attack": "An attack strategy: you go for the order now.",
    "position": "A position strategy: you hold or build a position for later.",
    "none": "Neither an attack nor a position strategy.",
}
_NAMED_UP_TO = 4
"""If there are more criteria, show only their numbers."""


def strategy_page(strategy: Strategy) -> Page:
    """Return a strategy: when to use it, how to carry it out, and its guidelines in short."""
    return (
        Title(strategy.title),
        paragraph(f"{_KINDS[strategy.kind]} Key: {strategy.key}"),
        GAP,
        paragraph(strategy.summary),
        section("Variations", *_variations(strategy)),
        section("Guidelines", *_in_short(strategy)),
        section("How the decision tree gets there", bullets(_ways_to(strategy.key))),
    )


def _ways_to(key: str) -> Iterator[str]:
    for step in tree().steps.values():
        for answer, target in (("Yes", step.yes), ("No", step.no)):
            if target == key:
                yield f"Step {step.number}: {step.question} {answer}."


def _variations(strategy: Strategy) -> tuple[Block, ...]:
    described = [block for each in strategy.variations for block in _variation(each)]
    return (*described, *readings(_choice(strategy), indent=2))


def _variation(variation: Variation) -> tuple[Block, ...]:
    forms = "; ".join(form[0].lower() + form[1:] for form in variation.forms)
    return (
        paragraph(f"{variation.title} ({variation.key})", indent=2),
        paragraph(f"{variation.about} Ways to do it: {forms}.", indent=4),
    )


def _choice(strategy: Strategy) -> list[str]:
    titles = {each.key: each.title for each in strategy.variations}
    words = choice_of_variation(tree().variations[strategy.key], titles)
    return [f"tas recommends {words}."] if words else []


def _in_short(strategy: Strategy) -> tuple[Block, ...]:
    """Return the advice of all guidelines; their own pages have the rest."""
    if not strategy.guidelines:
        return ()
    checked = next((each for each in strategy.guidelines if each.wants), strategy.guidelines[0])
    return (
        bullets(each.text + _only(each, strategy) for each in strategy.guidelines),
        paragraph(
            f"Each has its own page, for example `tas explain {checked.key}`.",
            indent=2,
        ),
    )


def _guidelines(guidelines: tuple[Guideline, ...], strategy: Strategy) -> list[Block]:
    """Return guidelines: the advice, its criteria, what to do without them, our reading."""
    return [
        block
        for each in guidelines
        for block in (bullets([each.text + _only(each, strategy)]), *indented(*_beside(each)))
    ]


def _only(guideline: Guideline, strategy: Strategy) -> str:
    """Return a note if a guideline is for one variation only."""
    if guideline.variation is None:
        return ""
    return f" ({strategy.variation(guideline.variation).title} only)"


def _beside(guideline: Guideline) -> list[str]:
    about = f"About {_named(guideline.criteria)}." if guideline.criteria else ""
    caveat = f"If your rating is not +: {guideline.caveat}" if guideline.caveat else ""
    reading = f"Interpretation: {guideline.reading}" if guideline.reading else ""
    return [words for words in (about, caveat, reading) if words]


def _named(keys: tuple[str, ...]) -> str:
    """Return criteria as #12 Executive credibility, or only by number if there are many."""
    if len(keys) > _NAMED_UP_TO:
        return numbers(keys)
    return " and ".join(map(numbered, keys))


def variation_page(variation: Variation, strategy: Strategy) -> Page:
    """Return a variation: what it is, its forms, its own guidelines, and when tas suggests it."""
    own = tuple(each for each in strategy.guidelines if each.variation == variation.key)
    return (
        Title(f"{strategy.title}: {variation.title}"),
        paragraph(f"A variation of the strategy {strategy.title}. Key: {variation.key}"),
        GAP,
        paragraph(variation.about),
        section("Forms", bullets(variation.forms)),
        section("Its own guidelines", *_guidelines(own, strategy)),
        section("When tas suggests it", *readings(_choice(strategy), indent=2)[1:]),
    )


def guideline_page(guideline: Guideline, strategy: Strategy) -> Page:
    """Return a guideline by itself."""
    name = spelled(guideline.key)
    return (
        Title(name),
        paragraph(f"A guideline of the strategy {strategy.title}."),
        GAP,
        paragraph(guideline.text + _only(guideline, strategy)),
        *apart(*_beside(guideline)),
    )
