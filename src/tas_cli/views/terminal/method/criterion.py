"""A criterion, or one of the four questions, explained in plain text."""

from __future__ import annotations

from tas_cli.method.catalogue import Criterion, Question, criteria, numbered, questions
from tas_cli.method.lookup import guidelines_touching, tree_steps_reading
from tas_cli.views.terminal.plain import bullets, labelled, paragraph, readings, section, title


def criterion_page(criterion: Criterion, width: int) -> list[str]:
    """Return a criterion: what it asks, what a sign claims, and where it counts."""
    question = questions()[criterion.question - 1]
    return [
        *title(f"#{criterion.number} {criterion.title}", width),
        *paragraph(
            f"Criterion {criterion.number} of {len(criteria())}, for question"
            f' {question.number}, "{question.title}"',
            width,
        ),
        *paragraph(f"In a file: {criterion.key}", width),
        "",
        *paragraph(criterion.about, width),
        *section("The signs", _signs(criterion, width)),
        *section("What to ask", bullets(criterion.asks, width)),
        *section("Guidelines that are about it", _guidelines(criterion, width)),
        *section("Steps of the decision tree that look at it", _steps(criterion, width)),
        *readings(criterion.reading, width),
    ]


def _signs(criterion: Criterion, width: int) -> list[str]:
    rows = (
        (f"+ {criterion.plus_pole}", criterion.plus),
        (f"- {criterion.minus_poles}", criterion.minus),
        ("? unknown", "You cannot tell yet. Go and ask."),
    )
    return labelled(rows, width)


def _guidelines(criterion: Criterion, width: int) -> list[str]:
    touching = guidelines_touching(criterion.key)
    return labelled(((strategy.title, guide.text) for strategy, guide in touching), width)


def _steps(criterion: Criterion, width: int) -> list[str]:
    steps = tree_steps_reading(criterion.key)
    lines = labelled(((f"{step.number} {step.title}", step.question) for step in steps), width)
    said = "how these steps follow from the ratings; `tas explain` with a step's name says it."
    return [*lines, *readings([said], width, indent=2)] if lines else ["  None of them."]


def question_page(question: Question, width: int) -> list[str]:
    """Return a question with its five criteria."""
    mine = [each for each in criteria() if each.question == question.number]
    rows = ((numbered(each.key), each.about) for each in mine)
    return [
        *title(f"Question {question.number}: {question.title}", width),
        *paragraph(f"One of the four questions of an assessment. Key: {question.key}", width),
        "",
        *paragraph(question.about, width),
        *section("Its criteria", labelled(rows, width)),
    ]
