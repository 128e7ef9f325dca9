"""`tas score`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.display import has_full_screen
from tas_cli.commands.options import Opportunity, Text
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date


def command(
    opportunity: Opportunity,
    *,
    by: Annotated[
        Text, typer.Option("--by", metavar="NAME", help="Author of the assessment.")
    ] = None,
) -> None:
    """Rate a deal on the full-screen scorecard.

    After each rating the cursor moves on, so a column takes twenty keystrokes. F1 lists all keys.
    What you rate or confirm is saved as today's assessment. If a session is interrupted, tas offers
    to restore it.
    """
    day = todays_date()
    if not has_full_screen():
        raise WrongCall(
            "the scorecard needs a terminal that can show a full screen.",
            f"Line by line: tas meeting {opportunity}. In a script: tas rate {opportunity} 5=u.",
        )
    from tas_cli.commands.scorecard_screen import on_the_screen  # noqa: PLC0415 - see options.py

    on_the_screen(opportunity, by, day)
