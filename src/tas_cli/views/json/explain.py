"""`tas explain --format json`, version 1: one shape for each kind of page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.method.catalogue import (
    Caveat,
    Criterion,
    Entry,
    Guideline,
    Question,
    SalesStep,
    Strategy,
    TreeStep,
    Variation,
    VariationChoice,
    criteria,
    criterion_keys,
    questions,
    tree,
)
from tas_cli.method.glossary import Part, Term
from tas_cli.method.lookup import Topic, guidelines_touching, reads, tree_steps_reading
from tas_cli.rules.rule import Rule
from tas_cli.views.condition import choice_of_variation, derivation
from tas_cli.views.json.document import document


def explain_json(topics: Sequence[Topic]) -> str:
    """Return the pages of all topics."""
    return document({"pages": [_page(topic) for topic in topics]})


def _page(topic: Topic) -> dict[str, Any]:
    head = {"kind": topic.kind, "key": topic.key, "title": topic.title}
    belongs = {"of": topic.of.key} if topic.of else {}
    return head | belongs | _body(topic.subject)


def _body(subject: object) -> dict[str, Any]:  # noqa: PLR0911 - one for each kind
    match subject:
        case Criterion():
            return _criterion(subject)
        case Question():
            return _question(subject)
        case Strategy():
            return _strategy(subject)
        case Variation():
            return _variation(subject)
        case Guideline():
            return _guideline(subject)
        case TreeStep():
            return _tree_step(subject)
        case SalesStep():
            return _sales_step(subject)
        case Rule():
            return _rule(subject)
        case _:
            return _words(subject)


def _words(subject: object) -> dict[str, Any]:
    """Return a topic that is little more than a text."""
    match subject:
        case Caveat():
            reading = [subject.reading] if subject.reading else []
            return {"text": subject.text, "criteria": subject.criteria, "reading": reading}
        case Entry():
            return {"text": subject.title}
        case Term():
            return _term(subject)
        case _:
            raise AssertionError(subject)


def _term(term: Term) -> dict[str, Any]:
    return {
        "about": term.about,
        "parts": _parts(term.parts),
        "sections": [{"title": each.title, "parts": _parts(each.parts)} for each in term.sections],
        "see": term.see,
        "reading": term.reading,
    }


def _parts(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    return [part._asdict() for part in parts]


def _criterion(criterion: Criterion) -> dict[str, Any]:
    return {
        "number": criterion.number,
        "short": criterion.short,
        "question": questions()[criterion.question - 1].key,
        "minus_pole": criterion.minus_pole,
        "plus_pole": criterion.plus_pole,
        "against_pole": criterion.against_pole,
        "about": criterion.about,
        "plus": criterion.plus,
        "minus": criterion.minus,
        "asks": criterion.asked(),
        "guidelines": [
            {"strategy": strategy.key, "guideline": guideline.key, "text": guideline.text}
            for strategy, guideline in guidelines_touching(criterion.key)
        ],
        "tree": [step.key for step in tree_steps_reading(criterion.key)],
        "reading": criterion.reading,
    }


def _question(question: Question) -> dict[str, Any]:
    mine = [each.key for each in criteria() if each.question == question.number]
    return {"number": question.number, "about": question.about, "criteria": mine}


def _strategy(strategy: Strategy) -> dict[str, Any]:
    named = [{"key": each.key, "title": each.title} for each in strategy.variations]
    return {
        "strategy_kind": strategy.kind,
        "summary": strategy.summary,
        "variations": [
            name | _variation(each) for name, each in zip(named, strategy.variations, strict=True)
        ],
        "guidelines": [{"key": each.key} | _guideline(each) for each in strategy.guidelines],
        "reading": _choice(tree().variations[strategy.key], strategy),
    }


def _choice(choice: VariationChoice, strategy: Strategy) -> list[str]:
    words = choice_of_variation(choice, {each.key: each.title for each in strategy.variations})
    return [words] if words else []


def _variation(variation: Variation) -> dict[str, Any]:
    return {"about": variation.about, "forms": variation.forms}


def _guideline(guideline: Guideline) -> dict[str, Any]:
    return {
        "text": guideline.text,
        "criteria": guideline.criteria,
        "variation": guideline.variation,
        "wants": guideline.wants,
        "caveat": guideline.caveat,
        "reading": [guideline.reading] if guideline.reading else [],
    }


def _tree_step(step: TreeStep) -> dict[str, Any]:
    read = reads(step.derivation)
    return {
        "number": step.number,
        "question": step.question,
        "about": step.about,
        "yes": step.yes,
        "no": step.no,
        "reads": [key for key in criterion_keys() if key in read],
        "derivation": derivation(step.derivation),
        "reading": [step.reading],
    }


def _sales_step(step: SalesStep) -> dict[str, Any]:
    return {
        "number": step.number,
        "purpose": step.purpose,
        "milestone": step.milestone,
        "probability": step.probability,
        "days": step.days,
        "activities": [{"key": each.key, "text": each.title} for each in step.activities],
        "outcomes": [{"key": each.key, "text": each.title} for each in step.outcomes],
        "example": step.example,
        "reading": step.reading,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "name": rule.name,
        "severity": rule.severity,
        "since": rule.since,
        "why": rule.why,
        "instead": rule.instead,
        "examples_are_files": rule.about_content,
        "bad": rule.bad_text,
        "good": rule.good,
    }
