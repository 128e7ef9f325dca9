"""Prints the way to a person."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.path import way
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import PageFormat
from tas_cli.commands.person import person_or_stop
from tas_cli.commands.printing import print_as
from tas_cli.views.json.path import path_json
from tas_cli.views.path import page


def print_path(name: str, person: str, at: str | None, output: PageFormat) -> None:
    """Print the way to a person over those who support us, or who could open one."""
    workspace, deal = open_deal(name)
    day = day_or_stop(at, "--at")
    then = DealOnDay.of(deal.opportunity, workspace.settings, day, account=deal.account)
    to = person_or_stop(deal.id, then, person)
    found = way(then.present, to, then.opportunity.competing(day))
    print_as(
        output,
        json=lambda: path_json(deal.id, deal.file, then, found),
        page=lambda: page(deal.id, then, found),
    )
