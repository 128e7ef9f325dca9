"""The head of a report: what is recommended, and the facts of the deal."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.sheet import Sheet
from tas_cli.board.matters import MatteringDeal
from tas_cli.board.prep import prep
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.owners import Owners
from tas_cli.views import mentions
from tas_cli.views.asking import said, signs
from tas_cli.views.first import things
from tas_cli.views.head import called_by_owner, closing, must_act, plans, why_closed, working_on
from tas_cli.views.page import (
    DIM,
    MINUS,
    NUMBER,
    STRONG,
    Block,
    Part,
    Section,
    Title,
    items,
    paragraph,
)
from tas_cli.views.verdict import choice, verdict
from tas_cli.views.words import amount

_IN_THE_VERDICT = ("undecided", "unchosen")
"""What the verdict says already."""
_MOST = 4
"""How many of the things to watch are said."""


def head(name: str, sheet: Sheet, ask: MatteringDeal | None) -> Iterator[Block]:
    """Yield the deal's name and customer, the verdict, what to watch, and the facts.

    `ask` is what the board asks about it.
    """
    deal, day = sheet.opportunity, sheet.day
    yield Title(deal.name, (_customer(deal), _owner(sheet)))
    yield paragraph(*verdict(sheet.decision), " ", choice(deal, sheet.decision))
    yield from _watch(ask) if ask else ()
    facts = (
        amount(deal.amount, sheet.currency),
        closing(deal, day),
        working_on(sheet),
        called_by_owner(sheet) or ("no forecast called" if sheet.open else ""),
    )
    yield paragraph(" · ".join(filter(None, facts)))
    yield paragraph(must_act(deal) if sheet.open else why_closed(deal))
    yield paragraph(" · ".join(filter(None, plans(sheet))) if sheet.open else "")
    yield paragraph((f"{name} · as of {day}", DIM))
    yield Section("Do first", (items(things(name, prep(sheet)), bullet=NUMBER),), "first")


def _watch(ask: MatteringDeal) -> Iterator[Block]:
    """Yield what the board says about the deal, in its words, and not what the verdict says."""
    left = ask.without(_IN_THE_VERDICT)
    if left.urgent:
        serious = "" if left.rank else MINUS
        yield paragraph(("Watch: ", STRONG), (said(left, _MOST), serious))
    yield from map(paragraph, signs(ask.line))


def _customer(deal: Opportunity) -> Part:
    return mentions.account(deal.account, deal.customer) if deal.account else deal.customer


def _owner(sheet: Sheet) -> Part:
    owner = sheet.opportunity.owner
    person = Owners(sheet.settings.team).person(owner)
    return mentions.rep(person, f"owner: {owner}") if person else "no owner"
