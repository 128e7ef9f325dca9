"""`tas matrix`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion_names import accounts
from tas_cli.commands.options import (
    Customer,
    ForcePage,
    Opened,
    Owner,
    PageFile,
    PagePath,
    Remembered,
    Text,
)


def command(  # noqa: PLR0913 - its options
    *,
    customer: Customer = None,
    owner: Owner = None,
    account: Annotated[
        Text,
        typer.Option(
            metavar="ID",
            help="Only this account: its deals, and those that may come.",
            autocompletion=accounts,
        ),
    ] = None,
    no_cache: Remembered = False,
    output: Annotated[
        Literal["text", "json", "markdown", "html"],
        typer.Option("--format", help="Output format; html is a page to mail or open anywhere."),
    ] = "text",
    file: PagePath = None,
    opened: Opened = False,
    force: ForcePage = False,
) -> None:
    """Show all deals by time and potential, in the order to work them.

    In the opportunity matrix, time runs to the right, and high potential is above low. Below are
    the four quadrants: I deals in progress, II early-stage deals, III deals delayed or canceled by
    the customer, IV long-term potential. Each deal has its amount, when it is expected, how likely
    it is by the evidence for its sales step, and what is next: what would revive it, or the action
    item, tactic or meeting that is due first. Deals that may come are those of the accounts
    (`tas potential-deals`); with --owner, of the accounts in which that owner has a deal.

    `tas explain matrix` says how tas works out the quadrant and the potential. --format html,
    --output or --open make a page of it, with the matrix as a drawing.
    """
    from tas_cli.commands.matrix_page import Filters, print_matrix  # noqa: PLC0415 - not for help

    filters = Filters(customer, owner, account)
    if output == "html" or file or opened or force:
        from tas_cli.commands.matrix_file import write_matrix  # noqa: PLC0415 - loads jinja2

        to = PageFile(file, opened, force)
        write_matrix(filters, output, to, remember=not no_cache)
    else:
        print_matrix(filters, output, remember=not no_cache)
