"""The forecast recomputed: plain data and decimals, written from the requirements alone."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import oracle
from foreseen import QUOTA
from recount import Deal, before_that, began, cents, shown_step, signs

State = Any
"""What a deal was on an evening, by name; None if it had not begun."""

if TYPE_CHECKING:
    from collections.abc import Iterable

_OMITTED = ("develop", "disengage")
_SHOWS = {"close": "commit", "proof": "commit", "solution": "best_case"}


def quarter(name: str, begins: int) -> tuple[str, str]:
    """Return the first and the last day of a fiscal quarter, such as 2027Q1."""
    month, year = begins + 3 * (int(name[5]) - 1), int(name[:4])
    year -= begins > 1
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    end = month + 2
    last = date(year + (end - 1) // 12, (end - 1) % 12 + 1, 1)
    return str(first), str(last.replace(day=monthrange(last.year, last.month)[1]))


def state(deal: Deal, day: date) -> State:
    """Return what a deal was on the evening of a day; None if it had not begun."""
    if began(deal) > str(day):
        return None
    after = day + timedelta(days=1)
    fields = ("amount", "currency", "expected_close", "owner", "forecast")
    found = {each: before(deal, each, deal.get(each), after) for each in fields}
    ended = deal.get("closed", {}).get("date")
    status = before(deal, "status", deal.get("status", "open"), after) or "open"
    if ended and ended > str(day):
        status = "open"
    held = deal.get("on_hold", {}).get("since", "9999") <= str(day)
    omitted = held or only_omitted(deal, day)
    shown = "omitted" if omitted else _SHOWS.get(shown_step(deal, day) or "", "pipeline")
    return found | {
        "currency": found["currency"] or "USD",
        "status": status,
        "ended": None if status == "open" else ended,
        "shown": shown,
        "called": "omitted" if held else found["forecast"] or shown,
    }


def before(deal: Deal, field: str, now: str | None, since: date) -> str | None:
    """Return a field's value before a date; left out of the history, there was none."""
    history = [{"from": None, **each} for each in deal.get("history", [])]
    return before_that({**deal, "history": history}, field, now, since)


def only_omitted(deal: Deal, day: date) -> bool:
    """Whether every way to settle the unknowns leads to Develop or Disengage."""
    ratings = {cell: sign for cell, (sign, _) in signs(deal, day).items()}
    facts = oracle.Facts(competitors=(), ratings=ratings, incumbent=None, stated={})
    ways = (oracle.strategy_under(facts, filled) for _, filled in oracle.scenarios(facts))
    return all(strategy in _OMITTED for strategy in ways)


def due(then: State, period: tuple[str, str]) -> bool:
    """Whether a deal is open and expected to close in a period."""
    within = then is not None and period[0] <= (then["expected_close"] or "") <= period[1]
    return within and then["status"] == "open"


def won(then: State, period: tuple[str, str]) -> bool:
    """Whether a deal was won in a period."""
    within = then is not None and period[0] <= (then["ended"] or "") <= period[1]
    return within and then["status"] == "won"


def value(then: dict[str, Any], rates: dict[str, str] | None) -> tuple[str, Decimal]:
    """Return a deal's currency and amount to the cent, converted if there are rates."""
    amount, currency = Decimal(then["amount"] or 0), then["currency"]
    if rates:
        amount, currency = amount * Decimal({**rates, "USD": "1"}[currency]), "USD"
    return currency, Decimal(cents(amount))


def forecast(
    states: Iterable[State], period: tuple[str, str], rates: dict[str, str] | None
) -> dict[str, dict[str, Decimal]]:
    """Return the sums by currency: won, and each category as called and as evidenced."""
    found: dict[str, dict[str, Decimal]] = {}
    for then in states:
        if then is None or not (won(then, period) or due(then, period)):
            continue
        currency, amount = value(then, rates)
        sums = found.setdefault(currency, dict.fromkeys(NAMES, Decimal(0)))
        if won(then, period):
            sums["won"] += amount
            continue
        for way in ("called", "shown"):
            sums[f"{way} commit"] += amount * (then[way] == "commit")
            sums[f"{way} best_case"] += amount * (then[way] in ("commit", "best_case"))
            sums[f"{way} open"] += amount * (then[way] != "omitted")
    return found


NAMES = (
    "won",
    *(f"{way} {name}" for way in ("called", "shown") for name in ("commit", "best_case", "open")),
)


def quota(names: Iterable[str], reps: Iterable[str]) -> Decimal | None:
    """Return the sum of the quotas of these reps in these quarters, None if there is none."""
    set_for = [QUOTA[rep][name] for rep in reps for name in names if name in QUOTA.get(rep, {})]
    return sum(map(Decimal, set_for), Decimal(0)) if set_for else None


def net(
    then: State,
    now: dict[str, Any],
    period: tuple[str, str],
    rates: dict[str, str] | None,
) -> dict[str, Decimal]:
    """Return by how much a deal changed the open amount, as called, by currency."""
    found: dict[str, Decimal] = {}
    for each, sign in ((then, -1), (now, 1)):
        if due(each, period) and each["called"] != "omitted":
            currency, amount = value(each, rates)
            found[currency] = found.get(currency, Decimal(0)) + sign * amount
    return {currency: amount for currency, amount in found.items() if amount}


def kind(then: State, now: dict[str, Any], period: tuple[str, str]) -> str:
    """Return what mainly happened to a deal whose open amount changed."""
    was = due(then, period) and then["called"] != "omitted" and then["amount"]
    is_now = due(now, period) and now["called"] != "omitted" and now["amount"]
    if was and is_now:
        if then["currency"] != now["currency"]:
            return "currency"
        return "grown" if Decimal(now["amount"]) > Decimal(then["amount"]) else "shrunk"
    return entered(then, now, period) if is_now else gone(now, period)


def gone(now: dict[str, Any], period: tuple[str, str]) -> str:
    """Return why a deal's amount left a period."""
    close = now["expected_close"] or ""
    reasons = {
        "won": now["status"] == "won",
        "lost": now["status"] != "open",
        "undated": not close,
        "slipped": close > period[1],
        "pulled_out": close < period[0],
        "omitted": now["amount"],
    }
    return next((reason for reason, holds in reasons.items() if holds), "shrunk")


def entered(then: State, now: dict[str, Any], period: tuple[str, str]) -> str:
    """Return why a deal's amount came into a period."""
    if then is None:
        return "new"
    if then["status"] != "open":
        return "reopened"
    close = then["expected_close"] or "9999"
    if not period[0] <= close <= period[1]:
        return "pulled_in" if close > (now["expected_close"] or "") else "slipped_in"
    return "resumed" if then["amount"] else "grown"
