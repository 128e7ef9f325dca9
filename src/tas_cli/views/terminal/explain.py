"""`tas explain` as plain text: pages one after the other, or the list of all that have a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.method.catalogue import (
    Caveat,
    Criterion,
    Entry,
    Guideline,
    Question,
    SalesStep,
    Strategy,
    Term,
    TreeStep,
    Variation,
)
from tas_cli.rules.rule import Rule
from tas_cli.views.terminal.method.criterion import criterion_page, question_page
from tas_cli.views.terminal.method.process import activity_page, outcome_page, sales_step_page
from tas_cli.views.terminal.method.strategy import guideline_page, strategy_page, variation_page
from tas_cli.views.terminal.method.term import caveat_page, term_page
from tas_cli.views.terminal.method.tree import tree_step_page
from tas_cli.views.terminal.plain import columns, paragraph, readable
from tas_cli.views.terminal.rule import rule_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_cli.method.lookup import Topic

_GROUPS = {
    "criterion": "Criteria, by number or name",
    "question": "Questions, also as q1 to q4",
    "strategy": "Strategies",
    "variation": "Variations of a strategy",
    "guideline": "Guidelines of a strategy",
    "caveat": "Caveats",
    "tree": "Steps of the decision tree",
    "step": "Steps of the sales process",
    "activity": "Sales activities",
    "outcome": "Verifiable outcomes",
    "term": "Words of the method",
    "check": "Checks of your files, by code or name",
}


def pages(topics: Sequence[Topic], width: int) -> str:
    """Return the pages of all topics, with a line between two."""
    width = readable(width)
    separator = f"\n\n{'-' * width}\n\n"
    return separator.join("\n".join(_page(topic, width)) for topic in topics) + "\n"


def _page(topic: Topic, width: int) -> list[str]:
    match topic.subject, topic.of:
        case Variation() as variation, Strategy() as strategy:
            return variation_page(variation, strategy, width)
        case Guideline() as guideline, Strategy() as strategy:
            return guideline_page(guideline, strategy, width)
        case Entry() as entry, SalesStep() as step:
            page = outcome_page if topic.kind == "outcome" else activity_page
            return page(entry, step, width)
        case _:
            return _page_of_its_own(topic.subject, width)


def _page_of_its_own(subject: object, width: int) -> list[str]:  # noqa: PLR0911 - one for each kind
    """Return the page of what belongs to nothing else."""
    match subject:
        case Criterion():
            return criterion_page(subject, width)
        case Question():
            return question_page(subject, width)
        case Strategy():
            return strategy_page(subject, width)
        case TreeStep():
            return tree_step_page(subject, width)
        case SalesStep():
            return sales_step_page(subject, width)
        case Caveat():
            return caveat_page(subject, width)
        case Term():
            return term_page(subject, width)
        case Rule():
            return rule_page(subject, width)
        case _:
            raise AssertionError(subject)


def overview(topics: Sequence[Topic], width: int) -> str:
    """Return everything that can be explained, in groups."""
    width = readable(width)
    lines = paragraph("Give `tas explain` one of these names.", width)
    for kind, heading in _GROUPS.items():
        cells = [_cell(topic) for topic in topics if topic.kind == kind]
        lines += ["", f"{heading.upper()} ({kind}:)", *columns(cells, width)]
    lines += [
        "",
        *paragraph(
            "Where a name means two things, both are shown; the word in brackets narrows it, as in"
            " `tas explain step:develop`.",
            width,
        ),
    ]
    return "\n".join(lines) + "\n"


def _cell(topic: Topic) -> str:
    match topic.subject:
        case Criterion(number=number):
            return f"{number:>2} {topic.key}"
        case Rule(code=code, name=name):
            return f"{code} {name}"
        case _:
            return topic.key
