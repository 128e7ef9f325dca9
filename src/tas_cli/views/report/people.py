"""The people on a page: who decides, the map, what it says, and how to deal with whom.

Whether the page may say how they stand is decided before: without it, nothing here mentions it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import insights, sides
from tas_cli.assess.organization import organization
from tas_cli.assess.sheet import Sheet
from tas_cli.method.people import roles
from tas_cli.views.described import facts, who_is
from tas_cli.views.map import counts
from tas_cli.views.map_words import sentence, strongest
from tas_cli.views.page import (
    STRONG,
    Block,
    Column,
    Figure,
    Item,
    Table,
    cells,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.person import agenda, planned_approach
from tas_cli.views.svg.map import map_drawing

_DECIDING = ("decision_maker", "approver")
"""The roles without which nothing is bought."""
_NAMED = 3
"""How many people with such a role are named."""


def people(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield who decides, the map, what it says, and what drives whom; nothing without people."""
    if sheet.people:
        yield paragraph((" ".join(_deciding(sheet)), STRONG))
        yield paragraph(strongest(sheet, sides(sheet.present)))
        yield from mapped(sheet)


def mapped(deal: DealOnDay) -> Iterator[Block]:
    """Yield the map of a deal's people, with everybody in words, and what follows from it."""
    drawn = cache(lambda: map_drawing(deal))
    yield Figure("Who decides", lambda _: drawn(), _table(deal), (_counted(deal),))
    found = insights(deal) if deal.open else ()
    says = (item(sentence(deal, each)) for each in found)
    yield section("What the map says", items(says))
    yield section("What drives them, and our approach", items(_driven(deal)))


def _deciding(deal: DealOnDay) -> Iterator[str]:
    """Yield who has the roles that decide, of those who are still there."""
    for role in _DECIDING:
        who = [
            each.titled(key) if each.identified else each.named(key)
            for key, each in deal.present.items()
            if role in each.roles
        ]
        if who:
            more = f" and {len(who) - _NAMED} more" if who[_NAMED:] else ""
            yield f"{roles()[role].title}: {'; '.join(who[:_NAMED])}{more}."


def _counted(deal: DealOnDay) -> str:
    number, entries = counts(deal)
    return f"{number}: {entries}."


def _table(deal: DealOnDay) -> Table:
    """Return everybody in the order of the organization; two columns fit on a phone."""
    rows = (
        cells(who_is(key, deal), "; ".join(facts(key, deal))) for key in organization(deal.people)
    )
    return Table((Column("Name"), Column("What is known")), tuple(rows))


def _driven(deal: DealOnDay) -> Iterator[Item]:
    """Yield what drives people and how we deal with them, if the file says so."""
    for key in organization(deal.people):
        person = deal.people[key]
        known = (*agenda(person), *planned_approach(deal, person))
        if known and key in deal.present:
            yield item((who_is(key, deal), STRONG), below=known)
