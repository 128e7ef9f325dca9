"""What somebody is to do about an account's priorities and SWOT, among other actions."""

from __future__ import annotations

from datetime import date

from tas_cli.board.actions import DealActions, Due, Listed
from tas_cli.board.scope import days_since, iso
from tas_cli.model.account import Account
from tas_cli.model.debrief import ActionItem
from tas_cli.nouns.account import ACCOUNT_ACTIONS
from tas_cli.nouns.noun import records


def account_actions(name: str, file: str, account: Account, day: date) -> list[Listed]:
    """Return the open actions of an account."""
    customer = DealActions(account.name, account.name, None, "open", [], name, file)
    return [
        Listed(customer, due, days_since(due.due, day) if due.due else None, key=record.key)
        for record in records(ACCOUNT_ACTIONS, account)
        if isinstance(each := record.value, ActionItem)
        and (due := Due(0, each.what, each.owner, iso(each.due), iso(each.done), None)).open
    ]
