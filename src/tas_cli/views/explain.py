"""`tas explain`: the pages asked for, or the list of everything that has a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tas_cli.method.catalogue import (
    Criterion,
)
from tas_cli.method.lookup import Topic
from tas_cli.rules.rule import Rule
from tas_cli.views.method.criterion import criterion_page, question_page
from tas_cli.views.method.process import activity_page, outcome_page, sales_step_page
from tas_cli.views.method.rule import rule_page
from tas_cli.views.method.strategy import guideline_page, strategy_page, variation_page
from tas_cli.views.method.term import caveat_page, term_page
from tas_cli.views.method.tree import tree_step_page
from tas_cli.views.page import GAP, Block, Page, line, paragraph

_KINDS: dict[str, tuple[str, Callable[..., Page]]] = {
    "criterion": ("Criteria, by number or name", criterion_page),
    "question": ("Questions, by name or q1 to q4", question_page),
    "strategy": ("Strategies", strategy_page),
    "variation": ("Variations of a strategy", variation_page),
    "guideline": ("Guidelines for a strategy", guideline_page),
    "caveat": ("Caveats", caveat_page),
    "tree": ("Steps of the decision tree", tree_step_page),
    "step": ("Steps of the sales process", sales_step_page),
    "activity": ("Sales activities", activity_page),
    "outcome": ("Verifiable outcomes", outcome_page),
    "term": ("Terms of the method", term_page),
    "check": ("Checks on your files, by code or name", rule_page),
}
"""The kinds of topic: the heading of its list, and what makes its page."""
_NARROWEST, _WIDEST = 40, 88
"""Longer lines of prose are hard to follow."""
_SPACE = 2


def readable(width: int) -> int:
    """Return the width to use for prose on an output of `width` columns."""
    return max(_NARROWEST, min(width, _WIDEST))


def pages(topics: Sequence[Topic], width: int) -> Page:
    """Yield the pages of all topics, separated by a line."""
    for number, topic in enumerate(topics):
        yield from (GAP, line("-" * width), GAP) if number else ()
        _, page = _KINDS[topic.kind]
        yield from page(topic.subject, topic.of) if topic.of else page(topic.subject)


def overview(topics: Sequence[Topic], width: int) -> Page:
    """Yield everything that can be explained, in groups."""
    yield paragraph("Run `tas explain NAME` with any of these names.")
    for kind, (heading, _) in _KINDS.items():
        yield from (GAP, line(f"{heading.upper()} ({kind}:)"))
        yield from _columns([_cell(topic) for topic in topics if topic.kind == kind], width)
    yield GAP
    yield paragraph(
        "If a name has two meanings, you get both pages. To get only one, add the word shown in"
        " parentheses above: `tas explain step:develop`."
    )


def _columns(cells: Sequence[str], width: int) -> Iterator[Block]:
    """Yield cells in as many columns as fit, sorted down each column."""
    cell = max(map(len, cells), default=0) + _SPACE
    down = -(-len(cells) // max(1, width // cell))
    for start in range(down):
        yield line("  " + "".join(each.ljust(cell) for each in cells[start::down]))


def _cell(topic: Topic) -> str:
    match topic.subject:
        case Criterion(number=number):
            return f"{number:>2} {topic.key}"
        case Rule(code=code, name=name):
            return f"{code} {name}"
        case _:
            return topic.key
