"""Business partners: the worksheet of each, and what they could move in the deal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.partners import Movable, movable, rivals
from tas_cli.assess.tally import question_keys
from tas_cli.method.catalogue import numbered, questions
from tas_cli.method.plan import partner_links
from tas_cli.model.plan import Partner
from tas_cli.nouns.noun import Record
from tas_cli.views.page import (
    MINUS,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Item,
    Part,
    Section,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.records import More
from tas_cli.words import enumerated


def partners_more(_name: str, deal: DealOnDay, listed: list[Record]) -> More:
    """Return the worksheets of the partners listed, and what they could move."""
    keys = [each.key for each in listed]
    found = movable(deal, keys)
    json = {
        "worksheets": [_json(deal, key) for key in keys],
        "movable": [each._asdict() for each in found],
    }
    worksheets = (_worksheet(deal, key) for key in keys)
    return More(blocks=(*worksheets, _moves(deal, found)), json=json)


def _named(deal: DealOnDay, key: str) -> str:
    return deal.opportunity.partners[key].name or key


def _worksheet(deal: DealOnDay, key: str) -> Section:
    """Return with whom a partner also works, its links, and its help by question."""
    partner = deal.opportunity.partners[key]
    return section(
        _named(deal, key),
        *_also_with(deal, key),
        paragraph(*_links(partner)),
        *_helps(deal, partner),
    )


def _also_with(deal: DealOnDay, key: str) -> Iterator[Block]:
    name, against = deal.opportunity.party_name, rivals(deal, key)
    others = [each for each in deal.opportunity.partners[key].also_with if each not in against]
    if against:
        names = enumerated([*map(name, against)])
        yield paragraph(("! ", MINUS), f"Also works with {names}, in the race here.")
    if others:
        names = enumerated([*map(name, others)])
        yield paragraph(f"Also works with {names}, not in the race here.")


def _links(partner: Partner) -> Iterator[Part]:
    if not partner.links:
        yield "Links: not assessed yet"
        return
    yield "Links: "
    for at, (key, link) in enumerate(partner_links().items()):
        sign = partner.links.get(key, "?")
        yield f"{', ' if at else ''}{link.title.lower() if at else link.title} "
        yield SIGN[sign], SIGN_STYLE[sign]


def _helps(deal: DealOnDay, partner: Partner) -> Iterator[Block]:
    for question in questions():
        keys = [key for key in question_keys(question.number) if key in partner.helps]
        if keys:
            yield paragraph((question.title, STRONG))
            yield items((_help(deal, key, partner.helps[key]) for key in keys), 2, "•")


def _help(deal: DealOnDay, criterion: str, what: str) -> Item:
    return item(numbered(criterion), " ", *_signed(deal.sign(criterion)), f": {what}")


def _signed(sign: str) -> tuple[Part, ...]:
    return "(", (SIGN[sign], SIGN_STYLE[sign]), ")"


def _moves(deal: DealOnDay, found: tuple[Movable, ...]) -> Section:
    """Return our - and ? that the partners could move, those that decide marked."""
    return section("What they could move", items((_move(deal, each) for each in found), 2, "•"))


def _move(deal: DealOnDay, each: Movable) -> Item:
    names = enumerated([_named(deal, key) for key in each.partners])
    named = (numbered(each.criterion), STRONG)
    decides = "; the strategy depends on it" if each.decides else ""
    return item(named, " ", *_signed(each.rating), f": {names}{decides}")


def _json(deal: DealOnDay, key: str) -> dict[str, Any]:
    partner = deal.opportunity.partners[key]
    return {
        "partner": key,
        "links": {link: partner.links.get(link, "?") for link in partner_links()},
        "rivals": rivals(deal, key),
        "helps": [
            {
                "question": question.key,
                "criterion": each,
                "rating": deal.sign(each),
                "what": partner.helps[each],
            }
            for question in questions()
            for each in question_keys(question.number)
            if each in partner.helps
        ],
    }
