"""`tas strategy`."""

from __future__ import annotations

import sys

from tas_cli.commands.display import screen
from tas_cli.commands.options import (
    At,
    Evidenced,
    Format,
    Formatted,
    Opportunity,
    day_or_stop,
    open_deal,
)


def command(
    opportunity: Opportunity,
    *,
    at: At = None,
    evidenced: Evidenced = False,
    output: Formatted = Format.text,
) -> None:
    """Walk the decision tree: what to do, why, and what would change it.

    Unknown cells are not guessed: where they matter, every strategy that can still come out is
    named, and the cells that decide between them.
    """
    from tas_cli.assess.deal import DealOnDay  # noqa: PLC0415

    workspace, deal = open_deal(opportunity)
    day = day_or_stop(at, "--at")
    advice = DealOnDay.of(deal.opportunity, workspace.settings, day, evidenced=evidenced)
    if output is Format.json:
        from tas_cli.views.json.strategy import strategy_json  # noqa: PLC0415

        sys.stdout.write(strategy_json(deal, advice))
    else:
        from tas_cli.views.terminal.head import Head  # noqa: PLC0415
        from tas_cli.views.terminal.strategy import strategy  # noqa: PLC0415

        about = Head(deal.id, advice.opportunity, advice.day, workspace.settings.currency)
        sys.stdout.write(strategy(about, advice, screen()))
