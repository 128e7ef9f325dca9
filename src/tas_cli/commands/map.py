"""`tas map`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.options import At, Opportunity, Paged


def command(
    opportunity: Opportunity,
    *,
    at: At = None,
    by: Annotated[
        Literal["authority", "influence"],
        typer.Option("--sort", help="Who reports to whom, or who has the most influence."),
    ] = "authority",
    edit: Annotated[
        bool, typer.Option("--edit", help="Add and change the people on a full screen.")
    ] = False,
    output: Paged = "text",
) -> None:
    """Show who decides: authority, influence, and whom to meet next.

    The people of the deal and of its account form a tree of authority, with their roles, how they
    stand with us, their influence and our contact. Beside it, each column of a letter is somebody's
    influence: from the dot to the arrows. What the map says comes below, the most serious first,
    each with a command. Only what has been entered counts; `tas people` enters it, and so does the
    full screen of --edit: a key each for how somebody stands with us, the contact and the roles, a
    line for somebody new, and the map's verdict on your ratings. F1 lists all keys.
    """
    if edit:
        from tas_cli.commands.map_screen import on_the_screen  # noqa: PLC0415 - loads textual

        on_the_screen(opportunity, alone=at is None and by == "authority" and output == "text")
        return
    from tas_cli.commands.map_page import print_map  # noqa: PLC0415 - see options.py

    print_map(opportunity, at, by, output)
