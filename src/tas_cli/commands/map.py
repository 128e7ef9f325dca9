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
    output: Paged = "text",
) -> None:
    """Show who decides: who reports to whom, who influences whom, and whom to meet next.

    The people of the deal and of its account form a tree, with their roles, how they stand with
    us, their influence and our contact. Beside it, each column of a letter is somebody's influence:
    from the dot to the arrows. What the map says comes below, the most serious first, each with a
    command. Only what has been entered counts; `tas people` enters it.
    """
    from tas_cli.commands.map_page import print_map  # noqa: PLC0415 - see options.py

    print_map(opportunity, at, by, output)
