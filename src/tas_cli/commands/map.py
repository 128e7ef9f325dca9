"""`tas map`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.options import At, Force, Opportunity, PictureFile
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
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
    output: Annotated[
        Literal["text", "json", "markdown", "svg"],
        typer.Option("--format", help="Output format; svg draws the map for mails and slides."),
    ] = "text",
    file: PictureFile = None,
    force: Force = False,
) -> None:
    """Show who decides: authority, influence, and whom to meet next.

    The people of the deal and of its account form a tree of authority, with their roles, how they
    stand with us, their influence and our contact. Beside it, each column of a letter is somebody's
    influence: from the dot to the arrows. What the map says comes below, the most serious first,
    each with a command. Only what has been entered counts; `tas people` enters it, and so does the
    full screen of --edit: a key each for how somebody stands with us, the contact and the roles, a
    line for somebody new, and the map's verdict on your ratings. F1 lists all keys.

    With --output map.svg, the tree is drawn as a picture for mails and slides, with influence as
    arrows; it opens in a browser or an office program.
    """
    if edit:
        from tas_cli.commands.map_screen import on_the_screen  # noqa: PLC0415 - loads textual

        plain = at is None and file is None and by == "authority" and output == "text"
        on_the_screen(opportunity, alone=plain)
        return
    if output == "svg" or file:
        from tas_cli.commands import map_picture, pictures  # noqa: PLC0415 - see options.py

        if by != "authority" or output not in ("svg", "text"):
            raise WrongCall(
                "a picture shows who reports to whom; it takes only --at, --output and --force.",
                f"Run `tas map {opportunity} --format svg --output map.svg`.",
            )
        to = pictures.To(file, force)
        pictures.give_picture(to, lambda: map_picture.map_picture(opportunity, at))
        return
    from tas_cli.commands.map_page import print_map  # noqa: PLC0415 - see options.py

    print_map(opportunity, at, by, output)
