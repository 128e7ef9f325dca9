"""`tas account`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion import opportunities
from tas_cli.commands.completion_names import account_fields, accounts
from tas_cli.commands.options import DryRun, How, Paged, Text, picked
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
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
    share: Annotated[
        str | None,
        typer.Option(
            metavar="DEAL",
            help="Put this deal into the account, and share its people with the other deals.",
            autocompletion=opportunities,
        ),
    ] = None,
    at: Annotated[
        Text, typer.Option(metavar="DATE", help="Show the account as of this day: 1 Nov, -2w.")
    ] = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """Show a customer's account: its deals, people and needs. Start or change one.

    An account is what the deals of one customer share. `tas account ID name="…"` starts one,
    `tas account ID --share DEAL` puts a deal with its people into it, and `tas people DEAL` then
    writes what is true in all its deals to the account.

    Its page also shows what the file has of `tas priorities`, `swot`, `needs`, `conditions`,
    `alignment`, `potential-deals` and `actions`.

    Fields: name, external_id, potential (a year), market (mature or emerging). An empty value
    clears a field.
    """
    from tas_cli.commands import account_page  # noqa: PLC0415 - see options.py

    how = How(None, dry_run, output)
    if at is not None and (share is not None or assignments):
        raise WrongCall("--at cannot be combined with a change.")
    if share is not None and assignments:
        raise WrongCall("--share cannot be combined with FIELD=VALUE.")
    if share is not None:
        account_page.share_people(account, share, how)
    elif assignments:
        account_page.set_account(account, assignments, how)
    else:
        account_page.show_account(account, at, output)
