"""Deals side by side, in the order that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from tas_cli.board.board import Row


def _close(row: Row) -> tuple[bool, str]:
    """Return the order by date: open deals first, by the date on which they are to close."""
    line = row.line
    return not line.open, line.ended or line.close or "9999-12-31"


_ORDERS: dict[str, Callable[[Row], Any]] = {
    "id": lambda row: row.id,
    "customer": lambda row: row.line.customer.casefold(),
    "owner": lambda row: (row.line.owner or "").casefold(),
    "close": _close,
    "amount": lambda row: -Decimal(row.line.amount or 0),
    "balance": lambda row: -sum(row.line.balances),
    "known": lambda row: row.line.known,
    "strategy": lambda row: (row.line.recommended is None, row.line.recommended or ""),
}


def arranged(rows: Sequence[Row], order: str, *, reverse: bool) -> list[Row]:
    """Sort deals by what `order` names, and by id where that is the same.

    Amounts are compared within a currency.
    """
    ordered = sorted(sorted(rows, key=_ORDERS["id"]), key=_ORDERS[order], reverse=reverse)
    return sorted(ordered, key=lambda row: row.line.currency) if order == "amount" else ordered
