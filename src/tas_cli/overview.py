"""Deals side by side: a line for each, sorted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from tas_cli.assess.overview import Balance, balance
from tas_cli.strategy.advice import advise
from tas_cli.workspace import Deal


class Line(NamedTuple):
    """A deal with the figures that deals are compared by."""

    deal: Deal
    balance: Balance
    recommended: str | None
    variation: str | None
    reachable: tuple[str, ...]
    chosen: str | None
    overdue: bool


def line(deal: Deal, day: date) -> Line:
    """Return a deal's line as of a day."""
    advice = advise(deal.opportunity, day)
    close = deal.opportunity.expected_close
    return Line(
        deal,
        balance(advice.card),
        advice.decision.recommended,
        advice.decision.variation,
        advice.decision.reachable,
        advice.chosen,
        overdue=deal.opportunity.status == "open" and close is not None and close < day,
    )


_ORDERS: dict[str, Callable[[Line], Any]] = {
    "id": lambda entry: entry.deal.id,
    "customer": lambda entry: entry.deal.opportunity.customer.casefold(),
    "owner": lambda entry: (entry.deal.opportunity.owner or "").casefold(),
    "close": lambda entry: entry.deal.opportunity.expected_close or date.max,
    "amount": lambda entry: (
        entry.deal.opportunity.currency or "",
        -(entry.deal.opportunity.amount or Decimal(0)),
    ),
    "balance": lambda entry: -entry.balance.total,
    "known": lambda entry: entry.balance.known,
    "strategy": lambda entry: (entry.recommended is None, entry.recommended or ""),
}


def arranged(lines: list[Line], order: str, *, reverse: bool) -> list[Line]:
    """Sort lines by what `order` names, and by id where that is the same."""
    by_id = sorted(lines, key=_ORDERS["id"])
    return sorted(by_id, key=_ORDERS[order], reverse=reverse)
