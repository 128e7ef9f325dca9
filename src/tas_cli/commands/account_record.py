"""`tas NOUN` for what only accounts have; the account, or one of its deals, is named."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands import record
from tas_cli.commands.completion_names import accounts
from tas_cli.commands.options import DryRun, Expect, How, Paged, picked


def help_of(name: str) -> str:
    """Return the help for a noun's command, made from its declaration."""
    return record.help_of(name, "account")


def command(  # noqa: PLR0913 - its options
    ctx: typer.Context,
    account: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The short name of the account, or of one of its deals.",
            default_factory=picked("account", accounts, "tas account --help"),
            show_default=False,
            autocompletion=accounts,
        ),
    ],
    words: record.Words = None,
    *,
    remove: record.Remove = False,
    expect: Expect = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """List, add, change or remove records of an account; the help of each noun is its own."""
    how, name = How(None, dry_run, output), str(ctx.info_name)
    record.run(name, account, words, how, remove=remove, expect=expect)
