"""`tas report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tas_cli.commands.completion_names import accounts
from tas_cli.commands.options import (
    At,
    MaybeOpportunity,
    Opened,
    PageFile,
    Redacted,
    ShowPeople,
    Text,
    deal_or_picked,
)
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
    opportunity: MaybeOpportunity = None,
    *,
    account: Annotated[
        Text,
        typer.Option(
            metavar="ID",
            help="Write the page of this account, with all its deals, instead.",
            autocompletion=accounts,
        ),
    ] = None,
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
    opened: Opened = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that tas did not write.")
    ] = False,
) -> None:
    """Write a page of a deal or an account: to mail, print or open anywhere.

    It is one HTML file with the recommended strategy, the scorecard and its evidence, and whatever
    else the deal has; it needs no network and no other file. In a terminal it goes to ID.html in
    the current folder, in a pipe to standard output.

    Pages get around: how people stand, what drives them and how you deal with them is left out
    unless you add --people. For somebody outside, --redact leaves out much more.
    """
    from tas_cli.commands.report_page import ReportCall, write_report  # noqa: PLC0415 - see options.py

    call = ReportCall(only, people, redact, at, PageFile(file, opened, force))
    if account is None:
        write_report(deal_or_picked(opportunity), call)
        return
    if opportunity is not None or only is not None:
        given = "a deal" if opportunity is not None else "--only"
        raise WrongCall(f"--account cannot be combined with {given}.")
    from tas_cli.commands.account_report import write_account  # noqa: PLC0415 - see options.py

    write_account(account, call)
