"""Prints the map of a deal's people."""

from __future__ import annotations

from tas_cli.assess.begun import on_map_after
from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.display import is_accessible, screen
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import PageFormat
from tas_cli.commands.printing import print_as
from tas_cli.today import todays_date
from tas_cli.views.json.map import map_json
from tas_cli.views.map import DOCUMENT, DRAWN, LINES, nobody_then, page
from tas_cli.views.page import Hint, Page, paragraph
from tas_cli.workspace import Deal


def deal_on_day(name: str, at: str | None) -> tuple[Deal, DealOnDay]:
    """Return a deal, and as it was on the day of --at."""
    workspace, deal = open_deal(name)
    day = day_or_stop(at, "--at")
    return deal, DealOnDay.of(deal.opportunity, workspace.settings, day, account=deal.account)


def not_yet(deal: Deal, then: DealOnDay) -> str:
    """Return that nobody was on the map yet, if that is so and somebody came later."""
    first = on_map_after(then.day, deal.opportunity, deal.account)
    return nobody_then(then.day, first, todays_date()) if first and not then.people else ""


def print_map(name: str, at: str | None, by: str, output: PageFormat) -> None:
    """Print who decides in a deal as of a day, sorted by authority or by influence."""
    deal, then = deal_on_day(name, at)
    look = screen()
    width = look.width if look.cut else None
    form = DOCUMENT if output == "markdown" else LINES if is_accessible() else DRAWN
    print_as(
        output,
        json=lambda: map_json(deal.id, deal.file, then),
        page=lambda: _before(deal, then) or page(deal.id, then, by, width, form),
    )


def _before(deal: Deal, then: DealOnDay) -> Page:
    said = not_yet(deal, then)
    return (paragraph(said), Hint(f"The map of today: `tas map {deal.id}`")) if said else ()
