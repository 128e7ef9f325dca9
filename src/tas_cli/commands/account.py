"""`tas account`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import account_fields, accounts
from tas_cli.commands.options import DryRun, How, Paged, picked


def command(
    account: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The account's short name.",
            default_factory=picked("account", accounts, "tas account --help"),
            show_default=False,
            autocompletion=accounts,
        ),
    ],
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE",
            help='name="Meridian Health" potential=900k',
            autocompletion=account_fields,
        ),
    ] = None,
    *,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """Show a customer's account: its deals and people. Start or change one.

    An account is what the deals of one customer share. `tas account ID name="…"` starts one,
    `tas set DEAL account=ID` puts a deal into it, and `tas people DEAL` then writes what is true in
    all its deals to the account.

    Fields: name, external_id, potential (a year), market (mature or emerging). An empty value
    clears a field.
    """
    from tas_cli.commands.account_page import set_account, show_account  # noqa: PLC0415 - see options.py

    if assignments:
        set_account(account, assignments, How(None, dry_run, output))
    else:
        show_account(account, output)
