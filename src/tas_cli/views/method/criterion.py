"""A criterion, or one of the four questions, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import Criterion, Question, criteria, numbered, questions
from tas_cli.method.lookup import guidelines_touching, tree_steps_reading
from tas_cli.views.method.parts import bullets, labelled, readings
from tas_cli.views.page import GAP, Items, Page, Title, paragraph, section


def criterion_page(criterion: Criterion) -> Page:
    """Return a criterion: what each sign claims, why it matters, what to ask, where it counts."""
    question = questions()[criterion.question - 1]
    return (
        Title(f"#{criterion.number} {criterion.title}"),
        paragraph(f"Question {question.number}: {question.title} Key: {criterion.key}"),
        GAP,
        _signs(criterion),
        GAP,
        paragraph(criterion.about),
        section("What to ask", bullets(criterion.asked())),
        section("Where it counts", _where_it_counts(criterion)),
        *readings(criterion.reading),
    )


def _signs(criterion: Criterion) -> Items:
    rows = (
        (f"+ {criterion.plus_pole}", criterion.plus),
        (f"- {criterion.minus_poles}", criterion.minus),
        ("? unknown", "You do not know yet. Find out."),
    )
    return labelled(rows)


def _where_it_counts(criterion: Criterion) -> Items:
    """Return the steps of the decision tree that read it, and the guidelines about it."""
    steps = ", ".join(f"{step.number} {step.title}" for step in tree_steps_reading(criterion.key))
    every = len(criteria())
    touching = guidelines_touching(criterion.key)
    return labelled(
        [
            *([("Decision tree", f"{steps} (interpretation)")] if steps else []),
            *(
                (strategy.title, each.text)
                for strategy, each in touching
                if len(each.criteria) < every
            ),
        ]
    )


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
