"""`tas score`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.display import full_screen_there
from tas_cli.commands.options import Opportunity, Text
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date


def command(
    opportunity: Opportunity,
    *,
    by: Annotated[Text, typer.Option("--by", help="Who makes the assessment.")] = None,
) -> None:
    """Rate a deal on the full-screen scorecard.

    The cursor goes on after each sign, so that a column is rated in twenty keys. F1 lists the
    keys. What was rated or confirmed is saved as today's assessment; a session that was
    interrupted is offered again.
    """
    day = todays_date()
    if not full_screen_there():
        raise WrongCall(
            "the scorecard needs a terminal, for the keys and for the screen.",
            f"Without one: tas rate {opportunity} 5=+",
        )
    from tas_cli.commands.scorecard_screen import on_the_screen  # noqa: PLC0415 - see options.py

    on_the_screen(opportunity, by, day)
