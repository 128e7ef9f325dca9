"""Prints the scorecard of a deal."""

from __future__ import annotations

import sys
from typing import NamedTuple

from tas_cli.assess.sheet import Sheet
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.display import is_accessible, screen
from tas_cli.commands.opening import competitor_or_stop, open_deal
from tas_cli.commands.pictures import Picture
from tas_cli.commands.printing import print_page
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import facts
from tas_cli.views.brief import brief
from tas_cli.views.history import Column, history
from tas_cli.views.json.show import show_json
from tas_cli.views.show import show
from tas_cli.workspace import Deal

_WIDEST = 180
"""The width in cells that a grid with evidence beside it can use."""


class ScorecardCall(NamedTuple):
    """Which parts of a scorecard to show: whose columns, as of which day, with what else."""

    versus: str | None
    at: str | None
    history: bool
    evidenced: bool
    evidence: bool
    brief: bool


def scorecard_picture(name: str, call: ScorecardCall) -> Picture:
    """Return a deal's scorecard as a picture."""
    from tas_cli.views.svg.scorecard import scorecard_svg  # noqa: PLC0415 - only for pictures

    deal, shown = _sheet(name, call)
    return Picture(scorecard_svg(shown), f"the scorecard of {deal.id}")


def print_scorecard(name: str, call: ScorecardCall, output: str) -> None:
    """Print a deal's scorecard: as a grid, by assessment, or as JSON."""
    deal, shown = _sheet(name, call)
    cards = shown.cards if call.history else ()
    width = min(screen().width, _WIDEST)
    if output == "json":
        sys.stdout.write(show_json(deal, shown, cards))
    elif call.brief:
        print_page(brief(deal.id, shown, screen().body))
    elif call.history:
        columns = [
            Column(card, decide(facts(shown.opportunity, card.signs, card.day)).reachable)
            for card in cards
        ]
        print_page(history(deal.id, shown, columns, screen().body))
    else:
        print_page(show(deal.id, shown, width, evidence=call.evidence, flat=is_accessible()))


def _sheet(name: str, call: ScorecardCall) -> tuple[Deal, Sheet]:
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    shown = Sheet.of(
        deal.opportunity, workspace.settings, day, evidenced=call.evidenced, account=deal.account
    )
    shown.versus = competitor_or_stop(deal._replace(opportunity=shown.opportunity), call.versus)
    return deal, shown
