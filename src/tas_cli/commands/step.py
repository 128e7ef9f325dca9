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
            help="Key, title or number of a step, or none; without it, the current one is shown.",
            autocompletion=sales_steps,
        ),
    ] = None,
    *,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Show or set the deal's sales step.

    Setting a step claims that the steps before it are complete. You can claim more than the
    evidence shows; tas then lists what is missing. Moving back restarts the step on that day and
    clears the dates of later steps; none clears all of them. Every move is recorded under
    `history:`.
    """
    from tas_cli.commands.process_edits import move  # noqa: PLC0415 - see options.py

    move(opportunity, step, How(on, dry_run, output))
