"""Where everything in a drawing of the decision tree is: questions in order down, with their exits.

A question takes as many lines as it needs in the width there is, with the reasons for its answer
below. A line below those leads to the strategy on the right.
"""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import TreeStep, strategies, tree
from tas_cli.strategy.decision import PathStep
from tas_cli.strategy.scenarios import Way
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded, width
from tas_cli.views.svg.palette import QUIET
from tas_cli.views.svg.tree_reasons import Line, reasons

SPINE, TEXT = 36.0, 58.0
"""Where the way through all questions is, and where their words begin."""
NODE, BASE, LEADING = 10.0, 14.5, 17.0
"""Half the width of a node, the baseline of a question beside it, and the height of its lines."""
REASON = 15.5
"""The height of a line of reasons."""
INSIDE = 10.0
"""What is between the edges of a strategy and its name."""
ASKED, ANSWER = Font(13.5), Font(13.5, bold=True)
STRATEGY, NOTE = Font(12.5, bold=True), Font(11, QUIET)
_ABOVE, _AGAIN, _NOTED, _BELOW = 15.0, 25.0, 13.0, 12.0
"""The height above the line to a strategy, and to a further one, of a note, and below it all."""
_TOP = 5.0
"""What is free above the first question, whose answer may lead around others."""
_SPACE = 7.0
"""What is between a question and its answer."""


class Exit(NamedTuple):
    """A way out of the tree: to which strategy, at which height, and a note below that."""

    way: Way
    strategy: str
    y: float
    note: str

    @property
    def title(self) -> str:
        """The strategy's name."""
        return strategies()[self.strategy].title

    @property
    def wide(self) -> float:
        """How wide it is with its note."""
        return max(width(self.title, STRATEGY), width(self.note, NOTE)) + 2 * INSIDE + 1

    @property
    def bottom(self) -> float:
        """Where it ends, without what is free below."""
        return self.y + (_NOTED if self.note else 0)


class Row(NamedTuple):
    """A question: its lines and those of the reasons for its answer, from `top` to `bottom`.

    `answered` is where its answer is.
    """

    step: TreeStep
    taken: PathStep | None
    top: float
    question: list[str]
    answered: Point
    reasons: list[Line]
    exits: tuple[Exit, ...]
    bottom: float

    @property
    def node(self) -> Point:
        """The middle of its node."""
        return Point(SPINE, self.top + NODE)

    @property
    def below(self) -> Point:
        """Where the reasons begin."""
        return Point(TEXT, self.top + BASE + (len(self.question) - 1) * LEADING + REASON)


def laid_out(deal: DealOnDay, wide: float) -> dict[str, Row]:
    """Return the questions of the tree by key, from top to bottom, for that width in pixels."""
    taken = {each.step: each for each in deal.decision.path}
    rows: dict[str, Row] = {}
    top = _TOP
    for step in tree().steps.values():
        rows[step.key] = _row(step, taken.get(step.key), top, deal, wide - TEXT)
        top = rows[step.key].bottom
    return rows


def _row(step: TreeStep, taken: PathStep | None, top: float, deal: DealOnDay, room: float) -> Row:
    question = folded(step.question, room, ASKED)
    beside = width(question[-1], ASKED) + _SPACE
    if taken and beside + width(taken.answer, ANSWER) > room:
        question, beside = [*question, ""], 0
    why = reasons(taken, deal, room) if taken else []
    last = top + BASE + (len(question) - 1) * LEADING
    below = last + len(why) * REASON
    exits = _exits(step, deal, below)
    bottom = exits[-1].bottom if exits else below
    answered = Point(TEXT + beside, last)
    return Row(step, taken, top, question, answered, why, exits, bottom + _BELOW)


def _exits(step: TreeStep, deal: DealOnDay, y: float) -> tuple[Exit, ...]:
    found: list[Exit] = []
    for answer, target in step.ways.items():
        if target in strategies():
            y = found[-1].bottom + _AGAIN if found else y + _ABOVE
            found.append(Exit(Way(step.key, answer), target, y, _note(target, deal)))
    return tuple(found)


def _note(key: str, deal: DealOnDay) -> str:
    """Return what is said below a strategy: its variation, and whether it was chosen."""
    decision, choice = deal.decision, deal.opportunity.strategy
    recommended = decision.recommended == key
    variations = {each.key: each.title for each in strategies()[key].variations}
    said = (
        variations.get(decision.variation or "", "") if recommended else "",
        "still possible" if not recommended and key in decision.reachable else "",
        "chosen" if choice and choice.chosen == key else "",
    )
    return ", ".join(filter(None, said))
