"""A step of the decision tree, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import TreeStep, criteria, numbered, strategies, tree
from tas_cli.method.lookup import reads
from tas_cli.views.condition import derivation
from tas_cli.views.method.parts import labelled, readings
from tas_cli.views.page import GAP, Block, Page, Title, paragraph, section


def tree_step_page(step: TreeStep) -> Page:
    """Return a step: its question, where the answers lead, and how an answer is derived."""
    ways = labelled((("yes", _target(step.yes)), ("no", _target(step.no))))
    read = reads(step.derivation)
    names = ", ".join(numbered(each.key) for each in criteria() if each.key in read)
    return (
        Title(step.question),
        paragraph(f"{step.title}: step {step.number} of {len(tree().steps)} of the decision tree."),
        paragraph(f"In a file: {step.key}"),
        GAP,
        paragraph(step.about),
        section("Where the answer leads", ways),
        section("How the answer follows from the ratings", *_derived(step, names)),
        *readings([step.reading]),
    )


def _derived(step: TreeStep, names: str) -> tuple[Block, ...]:
    return (
        paragraph(f"Our reading: {derivation(step.derivation)}; else no.", indent=2),
        paragraph(f"It looks at {names}.", indent=2),
        paragraph(
            f"You may know better: `answers: {{{step.key}: {{answer: yes, because: …}}}}` instead.",
            indent=2,
        ),
    )


def _target(key: str) -> str:
    if key in tree().steps:
        step = tree().steps[key]
        return f"on to step {step.number}: {step.question}"
    return f"the strategy is {strategies()[key].title}"
