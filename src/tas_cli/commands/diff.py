"""`tas diff`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion import opportunities
from tas_cli.commands.options import Paged, Text


def command(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMIT|A..B|A...B|FILE FILE] [ID…]",
            help="What to compare; by default, the last commit with the files as they are. Then the"
            " short names of deals; by default, all.",
            show_default=False,
            autocompletion=opportunities,
        ),
    ] = None,
    *,
    since: Annotated[
        Text,
        typer.Option(
            "--since", metavar="DATE", help="Compare with this day's morning, without git."
        ),
    ] = None,
    output: Paged = "text",
) -> None:
    """Show what changed in each deal between commits, days or files.

    A commit alone is compared with the files as they are, A..B are two commits, A...B is what B
    changed since it left A. Strategy, money and dates come first, then ratings and evidence. As
    markdown it is a comment for a pull request, and nothing at all if no deal changed.
    """
    from tas_cli.commands.diff_page import print_diff  # noqa: PLC0415 - see options.py

    print_diff(what or [], since, output)
