"""The report of a deal as a page: the answer first, then one part after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from tas_cli.assess.sheet import Sheet
from tas_cli.board.matters import MatteringDeal
from tas_cli.views.page import Block, Page, Section
from tas_cli.views.report.debriefs import debriefs
from tas_cli.views.report.find import find
from tas_cli.views.report.grid import grid
from tas_cli.views.report.head import head
from tas_cli.views.report.history import history
from tas_cli.views.report.people import people
from tas_cli.views.report.plan import plan
from tas_cli.views.report.process import process
from tas_cli.views.report.ratings import ratings
from tas_cli.views.report.strategy import strategy
from tas_cli.views.report.value import value


class Part(NamedTuple):
    """A part of a report: the name by which it is asked for, its heading, and its blocks.

    A part without blocks is left out.
    """

    key: str
    title: str
    blocks: Callable[[str, Sheet], Iterator[Block]]


PARTS = (
    Part("grid", "Scorecard", grid),
    Part("strategy", "Strategy", strategy),
    Part("ratings", "Ratings over time", ratings),
    Part("find", "What to find out and fix", find),
    Part("plan", "Plan", plan),
    Part("people", "Who decides", people),
    Part("value", "Value", value),
    Part("process", "Sales process", process),
    Part("debriefs", "Debriefs and action items", debriefs),
    Part("history", "What changed", history),
)
"""The parts in the order of the page."""


def report(name: str, sheet: Sheet, ask: MatteringDeal | None, only: Collection[str] = ()) -> Page:
    """Return the report of the deal `name`, with what the board asks about it.

    With `only`, it has the head and the parts with these keys.
    """
    yield from head(name, sheet, ask)
    for part in PARTS:
        if not only or part.key in only:
            yield Section(part.title, tuple(part.blocks(name, sheet)), part.key)
