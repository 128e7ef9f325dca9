"""Draws what a deal is worth to the customer."""

from __future__ import annotations

from tas_cli.commands.map_page import deal_on_day
from tas_cli.commands.pictures import Picture
from tas_cli.refusals import Refusal
from tas_cli.views.value_figure import value_svg


def value_picture(name: str, at: str | None) -> Picture:
    """Return what a deal is worth as of a day, as a picture.

    Raises:
        Refusal: nothing is in figures.
    """
    deal, then = deal_on_day(name, at)
    found = then.worth
    if found is None or not found.counted:
        raise Refusal(
            f"{deal.id} has no value in figures yet; nothing was drawn.",
            f'Begin with a benefit: `tas benefits {deal.id} "Fewer late orders" formula=…`.',
        )
    return Picture(value_svg(deal.id, then, found), "the value")
