"""Prints the page with which a rep prepares a call."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.prep import prep
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import PageFormat
from tas_cli.commands.printing import print_as
from tas_cli.views.json.prep import prep_json
from tas_cli.views.prep import page


def print_prep(name: str, at: str | None, output: PageFormat) -> None:
    """Print what to ask, and what to bring back."""
    workspace, deal = open_deal(name)
    day = day_or_stop(at, "--at")
    shown = prep(DealOnDay.of(deal.opportunity, workspace.settings, day))
    print_as(
        output,
        json=lambda: prep_json(deal.id, deal.file, shown),
        page=lambda: page(deal.id, shown),
    )
