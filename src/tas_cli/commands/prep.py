"""`tas prep`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion import people as people_on_map
from tas_cli.commands.options import At, Opportunity, Paged


def command(
    opportunity: Opportunity,
    *,
    people: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="NAMES",
            help="Whom you will meet: short names, or words of names or roles, between commas.",
            autocompletion=people_on_map,
        ),
    ] = None,
    at: At = None,
    output: Paged = "text",
) -> None:
    """Prepare for a meeting: what to ask, and what to bring back.

    The page starts with the unknowns that decide the strategy, and questions to ask about them,
    apart from those that you answer in-house. Then come the other unknowns, outcomes missing in
    the current step and whom to ask about them, open action items, competitors, who told us what,
    claims without evidence, changes that would help most, and ratings to re-check.

    With --with, it starts with what these people told us and what others say about the same. For
    people on the map, it also shows who they are, what to leave with, and how to deal with them. By
    default, these are the people of the next meeting, if the file names any.
    """
    from tas_cli.commands.prep_page import print_prep  # noqa: PLC0415 - see options.py

    print_prep(opportunity, people or [], at, output)
