"""`tas today`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.options import Paged, Remembered, Text


def command(
    *,
    owner: Annotated[
        Text,
        typer.Option(metavar="NAME", help="Whose day: short name or full name; by default, yours."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show all deals, and everything that matters in them.")
    ] = False,
    no_cache: Remembered = False,
    output: Paged = "text",
) -> None:
    """Show your day: what is due, and what matters in each deal.

    You are who git says you are (`git config user.name`): the short name or the full name of a
    member of the team in tas.yaml. If no open deal is yours, everybody's are shown. Deals whose
    forecast or plan is wrong come first, by amount. On a terminal inside a workspace, `tas` alone
    does the same.
    """
    from tas_cli.commands.day_page import print_today  # noqa: PLC0415 - not for help

    print_today(owner, output, everything=everything, remember=not no_cache)
