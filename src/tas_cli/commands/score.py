"""`tas score`."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from tas_cli.commands.options import Opportunity, Text, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop


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
    day = today_or_stop()
    _terminal_or_stop(opportunity)
    from tas_cli.commands.scorecard_screen import on_the_screen  # noqa: PLC0415 - see options.py

    on_the_screen(opportunity, by, day)


def _terminal_or_stop(opportunity: str) -> None:
    """Stop where there is no terminal: the scorecard reads keys, and draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb":
        return
    raise Stop(
        "the scorecard needs a terminal, for the keys and for the screen.",
        status=WRONG_CALL,
        help=f"Without one: tas rate {opportunity} 5=+",
    )
