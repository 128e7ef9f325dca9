"""Prints two deals side by side."""

from __future__ import annotations

from tas_cli.assess.sheet import Sheet
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.display import is_accessible
from tas_cli.commands.opening import open_deal
from tas_cli.commands.printing import print_as
from tas_cli.refusals import WrongCall
from tas_cli.views.json.show import pair_json
from tas_cli.views.pair import Pair, page


def print_pair(names: tuple[str, str], at: str | None, output: str, *, evidenced: bool) -> None:
    """Print two deals side by side, as of a day.

    Raises:
        WrongCall: both are the same deal.
    """
    day = day_or_stop(at, "--at")
    (workspace, first), (_, second) = map(open_deal, names)
    if first.file == second.file:
        raise WrongCall(f"{first.id} is one deal.", "Name two to see them side by side.")
    sheets = (
        Sheet.of(
            first.opportunity, workspace.settings, day, evidenced=evidenced, account=first.account
        ),
        Sheet.of(
            second.opportunity, workspace.settings, day, evidenced=evidenced, account=second.account
        ),
    )
    pair = Pair((first, second), sheets)
    print_as(output, lambda: pair_json(pair), lambda: page(pair, flat=is_accessible()), paged=True)
