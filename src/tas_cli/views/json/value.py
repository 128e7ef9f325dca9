"""`tas value --format json`, version 1: amounts are text, rounded to the currency's decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.propositions import sentences
from tas_cli.assess.value import (
    Balance,
    Buyer,
    Delay,
    Expense,
    Flow,
    Gain,
    Valuation,
    amount,
    buyers,
    rivals,
    tenths,
    whole,
)
from tas_cli.views.json.document import document


def value_json(name: str, file: str, deal: DealOnDay, *, earlier: bool = False) -> str:
    """Return what a deal is worth; of one that does not say, the same with nothing in it."""
    value, found = deal.opportunity.value, deal.worth
    by = buyers(found.gains, deal.people) if found else ()
    others = rivals(deal.opportunity)
    return document(
        {
            "id": name,
            "file": file,
            "date": deal.day,
            "as_now": ["value"] if earlier and value else [],
            "currency": deal.currency,
            "chain": value.chain.model_dump() if value and value.chain else None,
            "live": value.live if value else None,
            "value": found and _valuation(found, deal.currency),
            "sentences": [each.text for each in sentences(deal) if each.ready],
            "buyers": [_buyer(each) for each in by],
            "rivals": {key: _valuation(each, deal.currency) for key, each in others.items()},
        }
    )


def _valuation(found: Valuation, currency: str) -> dict[str, Any]:
    return {
        "months": found.months,
        "confirmed": _balance(found.confirmed, currency),
        "claimed": _balance(found.claimed, currency),
        "quantified": found.quantified,
        "benefits": [_gain(each, found.months, currency) for each in found.gains],
        "costs": [_expense(each, found.months, currency) for each in found.expenses],
        "delay": found.delay and _delay(found.delay, currency),
    }


def _balance(balance: Balance, currency: str) -> dict[str, Any]:
    payback, percent = balance.payback, balance.percent
    return {
        "benefits": amount(balance.gained, currency),
        "costs": amount(balance.paid, currency),
        "net": amount(balance.net, currency),
        "payback_months": None if payback is None else tenths(payback),
        "return_percent": None if percent is None else whole(percent),
    }


def _gain(gain: Gain, months: int, currency: str) -> dict[str, Any]:
    return {
        "number": gain.number,
        **gain.benefit.model_dump(),
        **_flow(gain.flow, months, currency),
        "not_counted": gain.uncounted or None,
        "is_confirmed": gain.confirmed is not None,
        "proven": gain.proven,
    }


def _expense(expense: Expense, months: int, currency: str) -> dict[str, Any]:
    return {
        "number": expense.number,
        **expense.cost.model_dump(),
        **_flow(expense.flow, months, currency),
        "not_counted": expense.uncounted or None,
    }


def _flow(flow: Flow | None, months: int, currency: str) -> dict[str, Decimal | None]:
    def rounded(value: Fraction) -> Decimal:
        return amount(value, currency)

    return {
        "monthly": rounded(flow.monthly) if flow is not None else None,
        "once": rounded(flow.once) if flow is not None else None,
        "total": rounded(flow.over(months)) if flow is not None else None,
    }


def _delay(delay: Delay, currency: str) -> dict[str, Any]:
    flow = delay.flow
    return {
        "monthly": amount(flow.monthly, currency) if flow is not None else None,
        "once": amount(flow.once, currency) if flow is not None else None,
        "not_counted": delay.uncounted or None,
        "confirmed": delay.confirmed.model_dump() if delay.confirmed else None,
    }


def _buyer(buyer: Buyer) -> dict[str, Any]:
    person = buyer.person
    return {
        "person": buyer.key,
        "name": person.name if person else None,
        "title": person.title if person else None,
        "on_map": person is not None,
        "procurement": buyer.procurement,
        "benefits": [each.number for each in buyer.gains],
    }
