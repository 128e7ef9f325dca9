"""`tas show`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from tas_cli.commands.display import screen
from tas_cli.commands.options import (
    At,
    Evidenced,
    Opportunity,
    Versus,
    competitor_or_stop,
    day_or_stop,
    open_deal,
)


class Format(StrEnum):
    """How to print the scorecard; svg is a picture of the grid."""

    text = "text"
    json = "json"
    svg = "svg"


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    *,
    versus: Versus = None,
    at: At = None,
    history: Annotated[
        bool, typer.Option("--history", help="Show the assessments side by side.")
    ] = False,
    evidenced: Evidenced = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show who said what, and when.")
    ] = False,
    output: Annotated[
        Format, typer.Option("--format", help="How to print the result; svg draws the grid.")
    ] = Format.text,
) -> None:
    """Show the scorecard: where the deal is weak, unknown, and who leads.

    A mark stands left for -, in the middle for ? and right for +, between the two poles of each
    criterion.
    """
    from tas_cli.assess.sheet import Sheet  # noqa: PLC0415

    workspace, deal = open_deal(opportunity)
    day = day_or_stop(at, "--at")
    shown = Sheet.of(deal.opportunity, workspace.settings, day, evidenced=evidenced)
    shown.versus = competitor_or_stop(deal._replace(opportunity=shown.opportunity), versus)
    cards = [shown.card_on(each) for each in shown.card.dates] if history else []
    if output is Format.json:
        from tas_cli.views.json.show import show_json  # noqa: PLC0415

        sys.stdout.write(show_json(deal, shown, cards))
        return
    from tas_cli.strategy.decision import outlook_of  # noqa: PLC0415
    from tas_cli.strategy.facts import facts  # noqa: PLC0415
    from tas_cli.views.terminal.head import Head  # noqa: PLC0415

    about = Head(deal.id, shown.opportunity, day, workspace.settings.currency)
    if output is Format.svg:
        from tas_cli.views.terminal.show import picture  # noqa: PLC0415

        sys.stdout.write(picture(about, shown, screen()))
    elif history:
        from tas_cli.views.terminal import history as view  # noqa: PLC0415

        columns = [
            view.Column(card, outlook_of(facts(shown.opportunity, card.signs)).reachable)
            for card in cards
        ]
        sys.stdout.write(view.history(about, columns, shown.parties, screen()))
    else:
        from tas_cli.views.terminal.show import show  # noqa: PLC0415

        sys.stdout.write(show(about, shown, screen(), evidence=evidence))
