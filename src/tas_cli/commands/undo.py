"""`tas undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion import opportunities
from tas_cli.commands.options import DryRun, Formatted, Text


def command(  # noqa: PLR0913 - its options
    opportunity: Annotated[
        Text,
        typer.Argument(
            metavar="ID",
            help="Only changes to this deal.",
            autocompletion=opportunities,
            show_default=False,
        ),
    ] = None,
    *,
    listed: Annotated[
        bool, typer.Option("--list", help="List what can be taken back, newest first.")
    ] = False,
    redo: Annotated[
        bool, typer.Option("--redo", help="Restore what the last tas undo took back.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Empty this workspace's journal.")
    ] = False,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Take back the last change that tas made, or bring it back.

    Call it again to go further back. It takes back everything that one command wrote, in all files.
    What somebody else has changed since then is kept; if they changed the same place, nothing is
    taken back.

    tas keeps a journal of its last 50 changes for 30 days. It holds texts from your deals, is on
    this computer only, and only you can read it. Changes made in an editor are not in it.
    """
    from tas_cli.commands.undoing import Wanted, undo  # noqa: PLC0415 - see options.py

    undo(Wanted(opportunity, listed, redo, forget), output, dry_run=dry_run)
