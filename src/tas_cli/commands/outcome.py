"""`tas outcome`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import outcomes
from tas_cli.commands.options import (
    DryRun,
    Formatted,
    How,
    Link,
    Opportunity,
    Text,
    When,
    Who,
    picked,
)

What = Annotated[
    Text, typer.Option("--evidence", metavar="TEXT", help="What was said, written or done.")
]
On = Annotated[
    Text,
    typer.Option(
        "--date",
        metavar="DATE",
        help="When the buyer did it; by default the date on file, else --when, else today.",
    ),
]
Remove = Annotated[bool, typer.Option("--remove", help="Remove the outcome and its evidence.")]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    name: Annotated[
        Text,
        typer.Argument(
            metavar="STEP.OUTCOME",
            help="Such as develop.key_sponsor_named, or key_sponsor_named.",
            autocompletion=outcomes,
        ),
    ] = None,
    *,
    what: What = None,
    who: Who = None,
    when: When = None,
    link: Link = None,
    on: On = None,
    remove: Remove = False,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Record what the buyer did in a sales step, with evidence.

    A step is complete when the buyer has done what it calls for, and you have evidence. Recording
    an outcome again adds evidence. Without an outcome, all that is recorded is shown, step by step.
    `tas explain STEP` lists a step's outcomes.

    Example: tas outcome acme key_sponsor_named --evidence "Will argue our case" --who "J. Meyer"
    """
    from tas_cli.commands.process_edits import record, show_recorded  # noqa: PLC0415 - see options.py

    shown = (what, who, when, link)
    how = How(on, dry_run, output)
    if name is None and not remove and not dry_run and not any((*shown, on)):
        show_recorded(opportunity, how)
        return
    asked = name if name is not None else picked("outcome", outcomes, "tas explain STEP")()
    record(opportunity, asked, shown, how, remove=remove)
