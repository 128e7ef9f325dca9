"""`tas strategy`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion import competitors
from tas_cli.commands.options import At, Evidenced, Formatted, Opportunity, Text


def command(
    opportunity: Opportunity,
    *,
    seat: Annotated[
        Text,
        typer.Option(
            "--as",
            metavar="COMPETITOR",
            help="What this competitor would do, and which moves to expect.",
            autocompletion=competitors,
        ),
    ] = None,
    at: At = None,
    evidenced: Evidenced = False,
    output: Formatted = "text",
) -> None:
    """Recommend a strategy: why, and what would change it.

    Unknown cells are never guessed. If they matter, tas lists the strategies still possible and
    what to find out next. With --at, the page shows what was recommended and chosen on that day,
    and why; strategies chosen earlier or later follow at the end.
    """
    from tas_cli.commands.strategy_page import StrategyCall, print_strategy  # noqa: PLC0415 - see options.py

    print_strategy(opportunity, StrategyCall(seat, at, evidenced), output)
