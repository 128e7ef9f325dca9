"""The head of a report: what is recommended, and the facts of the deal."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.sheet import Sheet
from tas_cli.board.prep import prep
from tas_cli.views.first import things
from tas_cli.views.head import called_by_owner, closing, must_act, plans, why_closed, working_on
from tas_cli.views.page import DIM, NUMBER, Block, Section, Title, items, paragraph
from tas_cli.views.verdict import choice, verdict
from tas_cli.views.words import amount


def head(name: str, sheet: Sheet) -> Iterator[Block]:
    """Yield the deal's name and customer, the verdict, and the facts."""
    deal, day = sheet.opportunity, sheet.day
    yield Title(deal.name, (deal.customer, f"owner: {deal.owner}" if deal.owner else "no owner"))
    yield paragraph(*verdict(sheet.decision), " ", choice(deal, sheet.decision))
    facts = (
        amount(deal.amount, sheet.currency),
        closing(deal, day),
        working_on(sheet),
        called_by_owner(sheet),
    )
    yield paragraph(" · ".join(filter(None, facts)))
    yield paragraph(must_act(deal) if sheet.open else why_closed(deal))
    yield paragraph(" · ".join(filter(None, plans(sheet))) if sheet.open else "")
    yield paragraph((f"{name} · as of {day}", DIM))
    yield Section("Do first", (items(things(name, prep(sheet)), bullet=NUMBER),), "first")
