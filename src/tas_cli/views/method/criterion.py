"""A criterion, or one of the four questions, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import Criterion, Question, criteria, numbered, questions
from tas_cli.method.lookup import guidelines_touching, tree_steps_reading
from tas_cli.views.method.parts import bullets, labelled, readings
from tas_cli.views.page import GAP, Block, Items, Page, Title, paragraph, section


def criterion_page(criterion: Criterion) -> Page:
    """Return a criterion: what it asks, what a sign claims, and where it counts."""
    question = questions()[criterion.question - 1]
    return (
        Title(f"#{criterion.number} {criterion.title}"),
        paragraph(
            f"Criterion {criterion.number} of {len(criteria())}, for question"
            f' {question.number}, "{question.title}"'
        ),
        paragraph(f"In a file: {criterion.key}"),
        GAP,
        paragraph(criterion.about),
        section("The signs", _signs(criterion)),
        section("What to ask", bullets(criterion.asks)),
        section("Guidelines that are about it", _guidelines(criterion)),
        section("Steps of the decision tree that look at it", *_steps(criterion)),
        *readings(criterion.reading),
    )


def _signs(criterion: Criterion) -> Items:
    rows = (
        (f"+ {criterion.plus_pole}", criterion.plus),
        (f"- {criterion.minus_poles}", criterion.minus),
        ("? unknown", "You cannot tell yet. Go and ask."),
    )
    return labelled(rows)


def _guidelines(criterion: Criterion) -> Items:
    touching = guidelines_touching(criterion.key)
    return labelled(((strategy.title, guide.text) for strategy, guide in touching))


def _steps(criterion: Criterion) -> tuple[Block, ...]:
    steps = tree_steps_reading(criterion.key)
    if not steps:
        return (paragraph("None of them.", indent=2),)
    said = "how these steps follow from the ratings; `tas explain` with a step's name says it."
    rows = labelled((f"{step.number} {step.title}", step.question) for step in steps)
    return (rows, *readings([said], indent=2))


def question_page(question: Question) -> Page:
    """Return a question with its five criteria."""
    mine = [each for each in criteria() if each.question == question.number]
    rows = ((numbered(each.key), each.about) for each in mine)
    return (
        Title(f"Question {question.number}: {question.title}"),
        paragraph(f"One of the four questions of an assessment. Key: {question.key}"),
        GAP,
        paragraph(question.about),
        section("Its criteria", labelled(rows)),
    )
