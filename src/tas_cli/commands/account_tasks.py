"""Finds what is to be done for the accounts of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.board.actions import Listed
from tas_cli.workspace import Workspace, accounts_with


def account_tasks(workspace: Workspace, day: date) -> Iterator[Listed]:
    """Yield the open actions of the accounts that can be read."""
    for name, reading in accounts_with(workspace, "actions"):
        if reading.value is not None:
            from tas_cli.board.account_actions import account_actions  # noqa: PLC0415 - few have any

            yield from account_actions(name, reading.file, reading.value, day)
