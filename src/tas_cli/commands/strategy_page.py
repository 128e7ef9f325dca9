"""Prints the strategy of a deal: ours, or a competitor's."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.choices import choices
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.seat import Seat
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.display import screen
from tas_cli.commands.opening import competitor_or_stop, open_deal
from tas_cli.commands.pictures import Picture
from tas_cli.commands.printing import print_as
from tas_cli.views.json.strategy import strategy_json
from tas_cli.views.seat import seat
from tas_cli.views.strategy import strategy
from tas_cli.workspace import Deal


class StrategyCall(NamedTuple):
    """Whose strategy to show, as of which day, and whether only evidence counts."""

    seat: str | None
    at: str | None
    evidenced: bool


def strategy_picture(name: str, call: StrategyCall) -> Picture:
    """Return the strategy of a deal as a picture."""
    from tas_cli.views.strategy_figure import strategy_svg  # noqa: PLC0415 - only for pictures

    deal, then = _on_day(name, call)
    return Picture(strategy_svg(deal.id, then), f"the strategy of {deal.id}")


def print_strategy(name: str, call: StrategyCall, output: str) -> None:
    """Print which strategy a deal's ratings recommend, to us or to a competitor, and why."""
    deal, then = _on_day(name, call)
    rival = competitor_or_stop(deal._replace(opportunity=then.opportunity), call.seat)
    chosen, width = choices(deal.opportunity), screen().body
    taken = Seat.taken(then, rival) if rival else None
    print_as(
        output,
        json=lambda: strategy_json(deal, taken or then, chosen),
        page=lambda: (
            seat(deal.id, taken, width) if taken else strategy(deal.id, then, chosen, width)
        ),
    )


def _on_day(name: str, call: StrategyCall) -> tuple[Deal, DealOnDay]:
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    return deal, DealOnDay.of(
        deal.opportunity, workspace.settings, day, evidenced=call.evidenced, account=deal.account
    )
