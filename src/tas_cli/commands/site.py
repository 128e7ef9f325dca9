"""`tas site`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tas_cli.commands.options import Formatted, Redacted, Remembered, ShowPeople


def command(  # noqa: PLR0913 - its options
    *,
    folder: Annotated[
        Path, typer.Option("--output", metavar="DIR", help="The folder for the pages.")
    ],
    people: ShowPeople = False,
    redact: Redacted = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Write again whenever a file changes, until Ctrl-C.")
    ] = False,
    opened: Annotated[bool, typer.Option("--open", help="Open the site in your browser.")] = False,
    no_cache: Remembered = False,
    output: Formatted = "text",
) -> None:
    """Write pages about all deals, reps and accounts, to publish in one place.

    index.html is the board; from there, links lead to every deal, rep and account, and to the
    matrix. The pages need no server and no network. Addresses stay the same, and a later
    call writes only the pages that have changed, so that a scheduled job can keep them current.

    Somebody who can open the pages reads names, amounts and evidence. How people stand is left
    out unless you add --people; for readers outside, --redact leaves out much more.
    """
    from tas_cli.commands.site_call import SiteCall, watch_site, write_site  # noqa: PLC0415 - see options.py

    call = SiteCall(folder, people, redact, opened, not no_cache)
    if watch:
        watch_site(call, output)
    else:
        write_site(call, output)
