"""`tas list --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from tas_cli.board.line import DealLine
from tas_cli.views.deal_cells import Context
from tas_cli.views.deal_list import DealGroup
from tas_cli.views.json.around import facts, of_line, plans
from tas_cli.views.json.document import document


class LeftOut(Protocol):
    """What is not listed: unusable files and copies, and deals that began later."""

    @property
    def left_out(self) -> list[str]:
        """The files left out because of a problem."""

    @property
    def not_yet(self) -> list[str]:
        """The files of the deals that had not begun."""


def overview_json(groups: Sequence[DealGroup], on: Context, found: LeftOut) -> str:
    """Return a line for each deal, their groups if wanted, and the files that were left out."""
    deals = [_deal(deal, on.day) for group in groups for deal in group.deals]
    named = [_group(group, on) for group in groups if group.name is not None]
    left_out = {"left_out": found.left_out, "not_yet": found.not_yet}
    return document({"opportunities": deals, "groups": named, **left_out})


def _group(group: DealGroup, on: Context) -> dict[str, Any]:
    return {
        "name": group.name,
        "deals": [deal.id for deal in group.deals],
        "open": [{"currency": each.currency, "amount": each.amount} for each in group.money(on)],
    }


def _deal(line: DealLine, day: date) -> dict[str, Any]:
    return {
        **facts(line),
        **plans(line),
        "balance": line.balances,
        "known": line.known,
        "assessed": line.assessed,
        "recommended": line.recommended,
        "variation": line.variation,
        "reachable": line.reachable,
        "chosen": line.chosen,
        "overdue": line.past_close(day),
        "outcomes": line.met,
        "actions": line.actions,
        "overdue_actions": line.overdue_actions,
        "open_tactics": line.open_tactics,
        "overdue_tactics": line.overdue_tactics,
        **of_line(line),
    }
