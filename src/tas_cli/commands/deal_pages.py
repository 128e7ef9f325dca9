"""The pages of one deal: its scorecard, and its strategy."""

from __future__ import annotations

import sys
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.sheet import Sheet
from tas_cli.commands.display import screen
from tas_cli.commands.opening import competitor_or_stop, open_deal
from tas_cli.commands.options import day_or_stop
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import facts
from tas_cli.views.json.show import show_json
from tas_cli.views.json.strategy import strategy_json


class ScorecardCall(NamedTuple):
    """What of a scorecard to show: whose columns, as of which day, with which parts."""

    versus: str | None
    at: str | None
    history: bool
    evidenced: bool
    evidence: bool


def print_scorecard(name: str, call: ScorecardCall, output: str) -> None:
    """Print a deal's scorecard: the grid, its picture, the assessments side by side, or JSON."""
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    shown = Sheet.of(deal.opportunity, workspace.settings, day, evidenced=call.evidenced)
    shown.versus = competitor_or_stop(deal._replace(opportunity=shown.opportunity), call.versus)
    cards = [shown.card_on(each) for each in shown.card.dates] if call.history else []
    if output == "json":
        sys.stdout.write(show_json(deal, shown, cards))
        return
    from tas_cli.views.terminal import head, history, show  # noqa: PLC0415 - rich

    about = head.Head(deal.id, shown.opportunity, day, workspace.settings.currency)
    if output == "svg":
        page = show.picture(about, shown, screen())
    elif call.history:
        columns = [
            history.Column(card, decide(facts(shown.opportunity, card.signs)).reachable)
            for card in cards
        ]
        page = history.history(about, columns, shown.parties, screen())
    else:
        page = show.show(about, shown, screen(), evidence=call.evidence)
    sys.stdout.write(page)


def print_strategy(name: str, at: str | None, output: str, *, evidenced: bool) -> None:
    """Print which strategy a deal's ratings recommend, and why."""
    workspace, deal = open_deal(name)
    day = day_or_stop(at, "--at")
    advice = DealOnDay.of(deal.opportunity, workspace.settings, day, evidenced=evidenced)
    if output == "json":
        sys.stdout.write(strategy_json(deal, advice))
        return
    from tas_cli.views.terminal import head, strategy  # noqa: PLC0415 - rich

    about = head.Head(deal.id, advice.opportunity, advice.day, workspace.settings.currency)
    sys.stdout.write(strategy.strategy(about, advice, screen()))
