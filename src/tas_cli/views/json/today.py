"""`tas today --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.board.actions import Listed
from tas_cli.board.matters import MatteringDeal
from tas_cli.board.today import Today
from tas_cli.views.json.actions import account_task, action
from tas_cli.views.json.around import facts, plans
from tas_cli.views.json.document import document
from tas_cli.views.json.forecast import outlook


def today_json(shown: Today, left_out: Sequence[str], not_yet: Sequence[str]) -> str:
    """Return everything on a rep's page; nothing is left out to fit a screen."""
    return document(
        {
            "date": shown.scope.day,
            "owner": shown.person,
            "open": len(shown.deals),
            "money": [{"currency": each.currency, "amount": each.amount} for each in shown.money],
            "quarter": shown.quarter,
            "forecast": shown.outlook and outlook(shown.outlook),
            "due": [*map(action, shown.due)],
            "later": [*map(action, shown.later)],
            "without_meeting": [line.id for line in shown.unplanned],
            "waiting": [*map(action, shown.waiting)],
            "tactics": [*map(_tactic, shown.tactics)],
            "tactics_later": [*map(_tactic, shown.tactics_later)],
            "accounts": [*map(account_task, shown.accounts)],
            "accounts_later": [*map(account_task, shown.accounts_later)],
            "deals": [*map(_deal, shown.deals)],
            "left_out": left_out,
            "not_yet": not_yet,
        }
    )


def _tactic(each: Listed) -> dict[str, Any]:
    return {
        key: value
        for key, value in action(each).items()
        if key not in ("agreed", "tactic", "answer")
    }


def _deal(deal: MatteringDeal) -> dict[str, Any]:
    line = deal.line
    return {
        **facts(line),
        **plans(line),
        "urgent": deal.urgent,
        "ask": [{"criterion": criterion, "party": party} for criterion, party in line.asks],
        "matters": [each._asdict() for each in deal.matters],
    }
