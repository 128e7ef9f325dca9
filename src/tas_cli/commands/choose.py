"""`tas choose`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import strategies, variations
from tas_cli.commands.options import DryRun, Formatted, How, On, Opportunity, Text, picked


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    strategy: Annotated[
        str,
        typer.Argument(
            metavar="STRATEGY",
            help="frontal, flanking, fragment, defend, develop or disengage; none takes it back.",
            default_factory=picked("strategy", strategies),
            show_default=False,
            autocompletion=strategies,
        ),
    ],
    *,
    variation: Annotated[
        Text,
        typer.Option(metavar="VARIATION", help="How to carry it out.", autocompletion=variations),
    ] = None,
    reason: Annotated[
        Text, typer.Option(metavar="TEXT", help="Why; required unless it is the recommended one.")
    ] = None,
    by: Annotated[Text, typer.Option(metavar="NAME", help="Who made the choice.")] = None,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Choose a strategy, the recommended one or another.

    A strategy other than the recommended one needs a reason. For the recommended strategy, the
    recommended variation is the default. The choice that is replaced or taken back is kept under
    `history:` in the deal's file.
    """
    from tas_cli.commands.choosing import ChoiceCall, choose  # noqa: PLC0415 - see options.py

    choose(opportunity, ChoiceCall(strategy, variation, reason, by), How(on, dry_run, output))
