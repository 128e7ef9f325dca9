"""`tas path`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion import people
from tas_cli.commands.options import At, Opportunity, Paged


def command(
    opportunity: Opportunity,
    person: Annotated[
        str,
        typer.Argument(
            metavar="PERSON",
            help="Whom to reach: a short name, or part of the name or title.",
            show_default=False,
            autocompletion=people,
        ),
    ] = "",
    *,
    at: At = None,
    output: Paged = "text",
) -> None:
    """Show the shortest way to a person, and what to ask on it.

    The way starts with somebody we know well (multiple or in-depth contact) and goes over
    supporters and mentors, along lines of authority and from who influences to who is influenced.
    Of several equally short ways, it is the one over people of more influence.

    If there is no way, the page lists who could open one, and what is missing.
    """
    from tas_cli.commands.path_page import print_path  # noqa: PLC0415 - see options.py

    print_path(opportunity, person, at, output)
