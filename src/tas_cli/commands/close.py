"""`tas close`."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import typer

from tas_cli.commands.completion_names import winners
from tas_cli.commands.options import DryRun, Formatted, How, On, Opportunity, Text, picked

Status = Literal["won", "lost", "disengaged", "open"]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    status: Annotated[
        Status,
        typer.Argument(
            metavar="STATUS",
            help="How it ended: won, lost or disengaged; open reopens the deal.",
            default_factory=picked("status", lambda _: get_args(Status)),
            show_default=False,
        ),
    ],
    *,
    reason: Annotated[Text, typer.Option(metavar="TEXT", help="Why it ended this way.")] = None,
    to: Annotated[
        Text,
        typer.Option(
            metavar="WHO",
            help="Who won a lost deal: a competitor, no_decision or in_house.",
            autocompletion=winners,
        ),
    ] = None,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Close a deal as won, lost or disengaged, or reopen it."""
    from tas_cli.commands.field_edits import Close, close  # noqa: PLC0415 - see options.py

    close(opportunity, Close(status, reason, to), How(on, dry_run, output))
