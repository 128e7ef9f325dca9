"""Deals side by side: a line for each, sorted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from tas_cli.assess.as_of import as_of
from tas_cli.assess.overview import Balance, balance
from tas_cli.assess.scorecard import scorecard
from tas_cli.strategy.decision import outlook_of
from tas_cli.strategy.facts import facts
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
    """Return a deal's line as of a day; what a line does not show is let go."""
    then = as_of(deal.opportunity, day)
    card = scorecard(then, day)
    outlook = outlook_of(facts(then, card))
    close = then.expected_close
    return Line(
        deal._replace(opportunity=then.model_copy(update={"assessments": [], "history": []})),
        balance(card),
        outlook.recommended,
        outlook.variation,
        outlook.reachable,
        then.chosen,
        overdue=then.status == "open" and close is not None and close < day,
    )


def _close(entry: Line) -> tuple[bool, date]:
    """Return the order by date: open deals first, by the date on which they are to close."""
    opportunity = entry.deal.opportunity
    ended = opportunity.closed.date if opportunity.closed else None
    return opportunity.status != "open", ended or opportunity.expected_close or date.max


_ORDERS: dict[str, Callable[[Line], Any]] = {
    "id": lambda entry: entry.deal.id,
    "customer": lambda entry: entry.deal.opportunity.customer.casefold(),
    "owner": lambda entry: (entry.deal.opportunity.owner or "").casefold(),
    "close": _close,
    "amount": lambda entry: -(entry.deal.opportunity.amount or Decimal(0)),
    "balance": lambda entry: -entry.balance.total,
    "known": lambda entry: entry.balance.known,
    "strategy": lambda entry: (entry.recommended is None, entry.recommended or ""),
}


def arranged(lines: list[Line], order: str, currency: str, *, reverse: bool) -> list[Line]:
    """Sort lines by what `order` names, and by id where that is the same.

    Amounts are compared within a currency; `currency` is that of deals that name none.
    """
    ordered = sorted(sorted(lines, key=_ORDERS["id"]), key=_ORDERS[order], reverse=reverse)
    if order != "amount":
        return ordered
    return sorted(ordered, key=lambda entry: entry.deal.opportunity.currency or currency)
