"""Draws the map of a deal's people."""

from __future__ import annotations

from tas_cli.commands.map_page import deal_on_day, not_yet
from tas_cli.commands.pictures import Picture
from tas_cli.refusals import Refusal
from tas_cli.views.map import counts
from tas_cli.views.svg.map import map_svg


def map_picture(name: str, at: str | None) -> Picture:
    """Return who decides in a deal as of a day, as a picture.

    Raises:
        Refusal: there is nobody to draw.
    """
    deal, then = deal_on_day(name, at)
    if said := not_yet(deal, then):
        raise Refusal(said, f"The map of today: `tas map {deal.id}`.")
    if not then.people:
        raise Refusal(
            f"{deal.id} has nobody on the map yet; nothing was drawn.",
            f'Add the first: `tas people {deal.id} "Ann Lee, CEO"`.',
        )
    people, _ = counts(then)
    return Picture(map_svg(deal.id, then), people)
