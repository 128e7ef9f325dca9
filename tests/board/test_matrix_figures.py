"""The opportunity matrix against a recount from the files, which imports nothing of the project."""

from __future__ import annotations

import json
import random
from calendar import monthrange
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Any

import pytest
import recount
from generated import RATES, STEPS, TODAY, Deals

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

pytestmark = pytest.mark.no_cover  # a hundred deals: the command's own cases cover it
DEALS = 120
LEAST = "400000000"
Price = tuple[str, Decimal] | None
QUADRANTS = ("in_progress", "early_stage", "delayed", "long_term")


def month_on(months: int) -> date:
    """Return the same day of the month some months on, or the month's last."""
    years, month = divmod(TODAY.month - 1 + months, 12)
    year, month = TODAY.year + years, month + 1
    return date(year, month, min(TODAY.day, monthrange(year, month)[1]))


ENDS = [month_on(months) for months in (6, 12, 18, 24)]
EDGES = [end + timedelta(days) for end in (TODAY, *ENDS) for days in (-1, 0, 1)]


def make(root: Path, settings: dict[str, Any]) -> Path:
    """Write deals around all the limits of the matrix, and accounts with potential deals."""
    chance = random.Random(18)  # noqa: S311 - nothing secret
    drawn = Deals(18)
    for folder in ("opportunities", "accounts"):
        (root / folder).mkdir(parents=True)
    (root / "tas.yaml").write_text(json.dumps({"tas": 1, "currency": "USD", **settings}))

    def day() -> str:
        some = TODAY + timedelta(chance.randint(-60, 900))
        return str(chance.choice([some, some, chance.choice(EDGES)]))

    def maybe(**values: Any) -> dict[str, Any]:
        return {key: value for key, value in values.items() if chance.random() < 0.8}

    for number in range(DEALS):
        content = drawn.deal(number) | maybe(expected_close=day())
        if chance.random() < 0.3:
            content["on_hold"] = maybe(since="2026-11-02", trigger="Their merger closes")
        if content.get("status") == "lost":
            content["closed"] = {
                "date": "2026-11-01",
                "to": chance.choice(["no_decision", "in_house"]),
            }
        if chance.random() < 0.5:
            content["account"] = f"a{chance.randrange(3)}"
        (root / f"opportunities/deal-{number:03}.yaml").write_text(json.dumps(content))
    for number in range(3):
        coming = [
            {"what": f"Deal {which}", **maybe(amount=str(chance.randrange(1, 10**9)), when=day())}
            for which in range(6)
        ]
        account = {"tas": 1, "name": f"Account {number}", "potential_deals": coming}
        (root / f"accounts/a{number}.yaml").write_text(json.dumps(account))
    return root


def in_dollars(deal: dict[str, Any], rates: dict[str, str]) -> tuple[str, Decimal] | None:
    """Return a deal's currency and amount, converted if there are rates, in cents."""
    if "amount" not in deal:
        return None
    currency = deal.get("currency", "USD")
    rate = Decimal({"USD": "1", **rates}[currency]) if rates else Decimal(1)
    cents = (Decimal(deal["amount"]) * rate).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    return "USD" if rates else currency, cents


def column(when: str | None) -> int | None:
    """Return how many of the limits a day is past."""
    return None if when is None else sum(date.fromisoformat(when) > end for end in ENDS)


def quadrant(deal: dict[str, Any]) -> str | None:
    """Return a deal's quadrant, None if it is over."""
    trigger = deal.get("on_hold", {}).get("trigger")
    if not recount.is_open(deal):
        revived = trigger and deal["closed"].get("to") == "no_decision"
        return "delayed" if revived else None
    if "on_hold" in deal:
        return "delayed"
    place = column(deal.get("expected_close"))
    step = deal.get("process", {}).get("step")
    done = recount.claimed_step(deal, TODAY) or recount.shown_step(deal, TODAY)
    if step not in (None, "qualify") or (step is None and done):
        return "in_progress"
    if step is None and place is not None and place < 2:
        return "in_progress"
    return "long_term" if place is not None and place > 2 else "early_stage"


def likelihood(deal: dict[str, Any]) -> int | None:
    """Return the probability of the last step complete by evidence, None without any step."""
    shown = recount.shown_step(deal, TODAY)
    step = deal.get("process", {}).get("step")
    if not (step or shown or recount.claimed_step(deal, TODAY)):
        return None
    return recount.PROBABILITY[shown] if shown in STEPS else 0


def first_due(deal: dict[str, Any]) -> tuple[str | None] | None:
    """Return the earliest day of what is to be done in an open deal, None if nothing is."""
    if not recount.is_open(deal):
        return None
    agreed = [each for debrief in deal.get("debriefs", []) for each in debrief.get("actions", [])]
    days = [each.get("due") for each in (*agreed, *deal.get("tactics", [])) if "done" not in each]
    return (min(filter(None, days), default=None),) if days else None


def expected(root: Path, settings: dict[str, Any]) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return what the matrix should have, by file and key."""
    rates = settings.get("rates", {})
    found = {}
    for key, deal in recount.deals(root).items():
        if where := quadrant(deal):
            place = where, column(deal.get("expected_close"))
            price = in_dollars(deal, rates)
            found[f"opportunities/{key}.yaml", key] = (
                *place,
                price,
                likelihood(deal),
                first_due(deal),
            )
    for path in (root / "accounts").iterdir():
        listed = json.loads(path.read_text())["potential_deals"]
        for number, each in enumerate(listed, 1):
            at = column(each.get("when"))
            where = "long_term" if at is None or at > 2 else "early_stage"
            price = in_dollars(each, rates)
            found[f"accounts/{path.name}", str(number)] = where, at, price, None, None
    return found


def bars(prices: list[tuple[str, Decimal]], settings: dict[str, Any]) -> dict[str, Decimal]:
    """Return from which amount on potential is high: at least half of the amounts are."""
    found = {}
    for currency in {currency for currency, _ in prices}:
        amounts = sorted(amount for each, amount in prices if each == currency)
        found[currency] = amounts[(len(amounts) - 1) // 2]
    least = settings.get("thresholds", {}).get("order_amount")
    return found | ({"USD": Decimal(least)} if least else {})


def money(listed: list[dict[str, str]]) -> dict[str, Decimal]:
    """Return the sums of a document by currency."""
    return {each["currency"]: Decimal(each["amount"]) for each in listed}


def added(prices: list[Price]) -> dict[str, Decimal]:
    """Return sums by currency."""
    sums: dict[str, Decimal] = {}
    for currency, amount in filter(None, prices):
        sums[currency] = sums.get(currency, Decimal()) + amount
    return sums


@pytest.mark.parametrize(
    "settings",
    [{"rates": RATES}, {"thresholds": {"order_amount": LEAST}}],
    ids=["rates", "own minimum"],
)
def test_against_a_recount(tas: Tas, tmp_path: Path, settings: dict[str, Any]) -> None:
    """Every deal is once in its place, and the totals add up to the cent."""
    root = make(tmp_path / "deals", settings)
    found = tas.at(root)("matrix", "--format", "json").json
    wanted = expected(root, settings)
    prices = [price for _, _, price, _, _ in wanted.values() if price]
    high = bars(prices, settings)
    placed = [(each["key"], one) for each in found["quadrants"] for one in each["deals"]]
    seen = {
        (one["file"], one["key"]): (
            where, one["column"], one["potential"], one["likelihood"],
            one["next_step"] and (one["next_step"]["due"],),
        )
        for where, one in placed
    }  # fmt: skip
    assert seen == {
        key: (
            where, at, price and ("high" if price[1] >= high[price[0]] else "low"), likely, due,
        )
        for key, (where, at, price, likely, due) in wanted.items()
    }  # fmt: skip
    assert {where for where, _ in placed} == set(QUADRANTS)
    assert [one["number"] for _, one in placed] == [*range(1, len(wanted) + 1)]
    for each in found["quadrants"]:
        inside = [price for where, _, price, _, _ in wanted.values() if where == each["key"]]
        assert money(each["money"]) == added(inside)
    terms: dict[str, list[Price]] = {"short_term": [], "long_term": [], "undated": []}
    for _, at, price, _, _ in wanted.values():
        term = "undated" if at is None else "short_term" if at < 3 else "long_term"
        terms[term].append(price)
    for term, inside in terms.items():
        assert money(found[term]) == added(inside)
