"""Prints what changed in a deal from a day on."""

from __future__ import annotations

from tas_cli.assess.difference import Difference
from tas_cli.assess.sheet import Sheet
from tas_cli.board.scope import shifted
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.printing import print_as
from tas_cli.refusals import WrongCall
from tas_cli.views.difference import difference
from tas_cli.views.json.difference import difference_json
from tas_cli.views.json.show import show_json


def print_changes(name: str, since: str, at: str | None, output: str, *, evidenced: bool) -> None:
    """Print what changed from a day on: compared with the evening before.

    Raises:
        WrongCall: the day is after the one that the deal is shown as of.
    """
    workspace, deal = open_deal(name)
    day, first = day_or_stop(at, "--at"), day_or_stop(since, "--since")
    if first > day:
        raise WrongCall(
            f"--since {first} is after {day}, the day that the deal is shown as of.",
            "Choose an earlier day.",
        )
    settings, evening = workspace.settings, shifted(first, -1)
    then, now = (
        Sheet.of(deal.opportunity, settings, each, evidenced=evidenced, account=deal.account)
        for each in (evening, day)
    )
    found = Difference(then, now)
    print_as(
        output,
        json=lambda: show_json(deal, now, [], difference_json(found, first)),
        page=lambda: difference(deal.id, found, first),
    )
