"""The strategy on a page: what it means, the tree with the way taken, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.sheet import Sheet
from tas_cli.method.catalogue import strategies
from tas_cli.views.page import Block, paragraph
from tas_cli.views.strategy import consequences
from tas_cli.views.strategy_figure import figure
from tas_cli.views.verdict import first_to_find_out

_NAMED = 5
"""The most ratings to find out next that are named."""


def strategy(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield what is recommended and why, if the deal was assessed or a question was answered.

    What to find out next has a part of its own, with questions.
    """
    stated = sheet.opportunity.strategy
    if not sheet.cards and stated is None:
        return
    decision = sheet.decision
    if decision.recommended:
        yield paragraph(strategies()[decision.recommended].summary)
    elif sheet.open:
        yield first_to_find_out(sheet.opportunity, decision, _NAMED)
    yield figure(sheet)
    if sheet.open:
        yield from consequences(sheet)
