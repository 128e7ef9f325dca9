"""`tas log`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.options import Opportunity, Paged, Text


def command(
    opportunity: Opportunity,
    *,
    since: Annotated[
        Text, typer.Option("--since", metavar="DATE", help="Leave out what is older than this day.")
    ] = None,
    output: Paged = "text",
) -> None:
    """Show what changed in a deal, day by day: who wrote it down, and why.

    In a git repository a day is that of the commits, with their authors and subjects. What the
    file said by its first commit, and every change without git, has the day that the file names.
    """
    from tas_cli.commands.log_page import print_log  # noqa: PLC0415 - see options.py

    print_log(opportunity, since, output)
