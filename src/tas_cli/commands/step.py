"""`tas step`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import sales_steps
from tas_cli.commands.options import DryRun, Formatted, How, On, Opportunity, Text


def command(
    opportunity: Opportunity,
    step: Annotated[
        Text,
        typer.Argument(
            metavar="STEP",
            help="Its key, title or number; where the deal stands if left out.",
            autocompletion=sales_steps,
        ),
    ] = None,
    *,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Show or set the deal's sales step.

    The steps before it are claimed as completed. More may be claimed than the evidence shows; you
    are told what is missing. Going back starts the step anew that day, and takes back the days of
    later steps. `history:` keeps every move.
    """
    from tas_cli.commands.process_edits import move  # noqa: PLC0415 - see options.py

    move(opportunity, step, How(on, dry_run, output))
