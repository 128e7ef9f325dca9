"""A criterion, or one of the four questions, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import Criterion, Question, criteria, numbered, questions
from tas_cli.method.lookup import guidelines_touching, tree_steps_reading
from tas_cli.views.method.parts import bullets, labelled, readings
from tas_cli.views.page import GAP, Items, Page, Section, Title, paragraph, section


def criterion_page(criterion: Criterion) -> Page:
    """Return a criterion: what each sign claims, why it matters, what to ask, where it counts."""
    question = questions()[criterion.question - 1]
    return (
        Title(f"#{criterion.number} {criterion.title}"),
        paragraph(f"Question {question.number}: {question.title} In a file: {criterion.key}"),
        GAP,
        _signs(criterion),
        GAP,
        paragraph(criterion.about),
        section("What to ask", bullets(criterion.asked())),
        section("In the strategies", _guidelines(criterion)),
        _steps(criterion),
        *readings(criterion.reading),
    )


def _signs(criterion: Criterion) -> Items:
    rows = (
        (f"+ {criterion.plus_pole}", criterion.plus),
        (f"- {criterion.minus_poles}", criterion.minus),
        ("? unknown", "You do not know yet. Find out."),
    )
    return labelled(rows)


def _guidelines(criterion: Criterion) -> Items:
    """Return the guidelines about it, without those about every criterion."""
    touching = guidelines_touching(criterion.key)
    every = len(criteria())
    return labelled(
        (strategy.title, guide.text) for strategy, guide in touching if len(guide.criteria) < every
    )


def _steps(criterion: Criterion) -> Section:
    """Return the steps of the decision tree that read it, if any."""
    steps = ", ".join(f"{step.number} {step.title}" for step in tree_steps_reading(criterion.key))
    words = f"tas uses it to answer {steps} (our reading)." if steps else ""
    return section("In the decision tree", *([paragraph(words, indent=2)] if words else []))


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
