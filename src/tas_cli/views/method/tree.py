"""A step of the decision tree, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import TreeStep, criteria, numbered, strategies, tree
from tas_cli.method.lookup import reads
from tas_cli.views.condition import derivation
from tas_cli.views.method.parts import labelled, readings
from tas_cli.views.page import GAP, Block, Page, Title, paragraph, section


def tree_step_page(step: TreeStep) -> Page:
    """Return a step: its question, where the answers lead, and how tas answers it."""
    ways = labelled((("yes", _target(step.yes)), ("no", _target(step.no))))
    read = reads(step.derivation)
    names = ", ".join(numbered(each.key) for each in criteria() if each.key in read)
    return (
        Title(step.question),
        paragraph(
            f"Step {step.number} of {len(tree().steps)} of the decision tree. Key: {step.key}"
        ),
        GAP,
        paragraph(step.about),
        section("Where the answer leads", ways),
        section("How tas answers it", *_derived(step, names)),
        *readings([step.reading]),
    )


def _derived(step: TreeStep, names: str) -> tuple[Block, ...]:
    return (
        paragraph(f"Interpretation: {derivation(step.derivation)}; otherwise no.", indent=2),
        paragraph(f"tas looks at {names}.", indent=2),
        paragraph(f'To answer it yourself: `tas answer ID {step.key}=yes --because "…"`', indent=2),
    )


def _target(key: str) -> str:
    if key in tree().steps:
        step = tree().steps[key]
        return f"step {step.number}: {step.question}"
    return f"strategy {strategies()[key].title}"
