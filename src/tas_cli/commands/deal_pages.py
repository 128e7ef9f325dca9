"""Prints the pages about one deal: its scorecard and its strategy."""

from __future__ import annotations

import sys
from datetime import date
from typing import NamedTuple

from tas_cli.assess.choices import choices
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference
from tas_cli.assess.seat import Seat
from tas_cli.assess.sheet import Sheet
from tas_cli.board.scope import shifted
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.display import is_accessible, screen
from tas_cli.commands.opening import competitor_or_stop, open_deal
from tas_cli.commands.printing import print_as, print_page
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import facts
from tas_cli.views.brief import brief
from tas_cli.views.difference import difference
from tas_cli.views.history import Column, history
from tas_cli.views.json.difference import difference_json
from tas_cli.views.json.show import show_json
from tas_cli.views.json.strategy import strategy_json
from tas_cli.views.seat import seat
from tas_cli.views.show import picture as pictured
from tas_cli.views.show import show
from tas_cli.views.strategy import strategy

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
    since: str | None


def print_scorecard(name: str, call: ScorecardCall, output: str) -> None:
    """Print a deal's scorecard: as a grid, as a picture, by assessment, or as JSON."""
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    shown = Sheet.of(deal.opportunity, workspace.settings, day, evidenced=call.evidenced)
    shown.versus = competitor_or_stop(deal._replace(opportunity=shown.opportunity), call.versus)
    cards = [shown.card_on(each) for each in shown.card.dates] if call.history else []
    since = _since(call, deal.opportunity, shown)
    width = min(screen().width, _WIDEST)
    if output == "json":
        changed = difference_json(*since) if since else None
        sys.stdout.write(show_json(deal, shown, cards, changed))
    elif output == "svg":
        from tas_cli.views.terminal.picture import picture  # noqa: PLC0415 - loads rich

        page = pictured(deal.id, shown, screen().body)
        sys.stdout.write(picture(page, f"tas show {deal.id}", screen()))
    elif since:
        print_page(difference(deal.id, *since))
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


def _since(
    call: ScorecardCall, opportunity: Opportunity, now: DealOnDay
) -> tuple[Difference, date] | None:
    """Return what changed from a day on, compared with the evening before, and that day."""
    if call.since is None:
        return None
    first = day_or_stop(call.since, "--since")
    if first > now.day:
        raise WrongCall(
            f"--since {first} is after {now.day}, the day that the deal is shown as of.",
            "Choose an earlier day.",
        )
    evening = shifted(first, -1)
    then = DealOnDay.of(opportunity, now.settings, evening, evidenced=call.evidenced)
    return Difference(then, now), first


class StrategyCall(NamedTuple):
    """Whose strategy to show, as of which day, and whether only evidence counts."""

    seat: str | None
    at: str | None
    evidenced: bool


def print_strategy(name: str, call: StrategyCall, output: str) -> None:
    """Print which strategy a deal's ratings recommend, to us or to a competitor, and why."""
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    then = DealOnDay.of(deal.opportunity, workspace.settings, day, evidenced=call.evidenced)
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
