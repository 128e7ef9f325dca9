"""Value on a page: the answer, the way to the net value, and whom to ask to confirm it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tas_cli.assess.sheet import Sheet
from tas_cli.views.page import NUMBER, Block, Figure, items, section
from tas_cli.views.svg.offers import offers
from tas_cli.views.value import answer, differences, figures, offered
from tas_cli.views.value_figure import figure
from tas_cli.views.value_parts import benefit, chain, in_words, to_confirm, value_buyers
from tas_cli.views.value_words import Shown


def value(name: str, sheet: Sheet) -> Iterator[Block]:
    """Yield what the deal is worth to the customer; nothing if its file says nothing about it."""
    if sheet.opportunity.value is None:
        return
    shown = Shown(name, sheet, sheet.opportunity.value)
    yield from answer(shown)
    if shown.ours.counted:
        yield figure(shown.ours, sheet.currency)
    benefits = (benefit(shown, each)._replace(mark="") for each in shown.ours.gains)
    yield section("Benefits", items(benefits, bullet=NUMBER))
    yield section("Ask to confirm", *to_confirm(shown))
    yield section("Value buyers", *value_buyers(shown))
    yield section("Compared with competitors", *_compared(shown))
    yield section("From their business to what only we bring", *chain(shown))
    yield section("In words", *in_words(shown))


def _compared(shown: Shown) -> Iterator[Block]:
    """Yield what we offer beside what competitors do, as a small drawing and in words."""
    found, currency = offered(shown), shown.deal.currency
    if found:
        draw = partial(offers, found, currency)
        yield Figure("Compared with competitors", draw, figures(shown, found))
        yield from differences(shown, found)
