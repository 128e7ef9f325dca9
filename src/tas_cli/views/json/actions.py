"""`tas actions --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.board.actions import Listed
from tas_cli.views.json.document import document


def actions_json(found: Sequence[Listed], accounts: Sequence[Listed], broken: Sequence[str]) -> str:
    """Return the list of action items: of deals, and what is to be done for accounts."""
    return document(
        {
            "actions": [*map(action, found)],
            "accounts": [*map(account_task, accounts)],
            "left_out": broken,
        }
    )


def action(each: Listed) -> dict[str, Any]:
    """Return an action item and its deal."""
    return {
        "id": each.deal.id,
        "file": each.deal.file,
        "number": each.action.number,
        "name": each.deal.name,
        "customer": each.deal.customer,
        "status": each.deal.status,
        "what": each.action.what,
        "owner": each.owner,
        "due": each.action.due,
        "done": each.action.done,
        "agreed": each.action.agreed,
        "tactic": each.action.tactic,
        "answer": each.action.answer,
        "overdue": each.overdue,
        "days": each.days,
    }


def account_task(each: Listed) -> dict[str, Any]:
    """Return what is to be done for an account."""
    return {
        "id": each.deal.id,
        "file": each.deal.file,
        "name": each.deal.name,
        "key": each.key,
        "what": each.action.what,
        "owner": each.action.owner,
        "due": each.action.due,
        "overdue": each.overdue,
    }
