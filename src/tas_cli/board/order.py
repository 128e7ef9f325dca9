"""Deals side by side, in the requested order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from tas_cli.board.line import DealLine


def _close(line: DealLine) -> tuple[bool, str]:
    """Return the order by date: open deals first, by expected close."""
    return not line.open, line.ended or line.close or "9999-12-31"


_ORDERS: dict[str, Callable[[DealLine], Any]] = {
    "id": lambda line: line.id,
    "customer": lambda line: line.customer.casefold(),
    "owner": lambda line: (line.owner or "").casefold(),
    "close": _close,
    "amount": lambda line: -Decimal(line.amount or 0),
    "balance": lambda line: -sum(line.balances),
    "known": lambda line: line.known,
    "strategy": lambda line: (line.recommended is None, line.recommended or ""),
}


def arranged(deals: Sequence[DealLine], order: str, *, reverse: bool) -> list[DealLine]:
    """Sort deals by `order`, then by id.

    Amounts are compared within a currency.
    """
    ordered = sorted(sorted(deals, key=_ORDERS["id"]), key=_ORDERS[order], reverse=reverse)
    return sorted(ordered, key=lambda line: line.currency) if order == "amount" else ordered
