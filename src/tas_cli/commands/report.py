"""`tas report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tas_cli.commands.options import At, Opportunity, Redacted, ShowPeople, Text


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    *,
    only: Annotated[
        Text,
        typer.Option(metavar="PARTS", help="Only these parts, by name: grid,strategy."),
    ] = None,
    people: ShowPeople = False,
    redact: Redacted = False,
    at: At = None,
    file: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write to this file instead of ID.html."),
    ] = None,
    opened: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that tas did not write.")
    ] = False,
) -> None:
    """Write a deal's page: a file to mail, to print, or to open anywhere.

    It is one HTML file with the recommended strategy, the scorecard and its evidence, and whatever
    else the deal has; it needs no network and no other file. In a terminal it goes to ID.html in
    the current folder, in a pipe to standard output.

    Pages get around: how people stand, what drives them and how you deal with them is left out
    unless you add --people. For somebody outside, --redact leaves out much more.
    """
    from tas_cli.assess.disclosure import Disclosure  # noqa: PLC0415 - see options.py
    from tas_cli.commands.page_file import PageFile  # noqa: PLC0415 - see options.py
    from tas_cli.commands.report_page import ReportCall, write_report  # noqa: PLC0415 - see options.py

    shown = Disclosure(people, redact)
    write_report(opportunity, ReportCall(only, shown, at, PageFile(file, opened, force)))
