"""The forecast and its bridge equal those of an independent plain program, to the cent."""

from __future__ import annotations

import os
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import foreseen
import pytest
import recount
import reforecast
from generated import RATES, TEAMS
from reforecast import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli import Tas

pytestmark = pytest.mark.no_cover  # hundreds of deals: the forecast's own cases cover it
TODAY = date(2026, 11, 23)
SEEDS = range(int(os.environ.get("TAS_FORECAST_SEEDS", "1")))
"""More workspaces than one for a thorough run."""
PARTIAL = {"EUR": "1.0834"}
CASES = [
    ("2026Q4", "january", RATES, "2026-11-16"),
    ("2027Q1", "january", RATES, "2026-10-24"),
    ("2027Q3", "april", RATES, "2026-08-25"),
    ("2027Q1", "november", None, "2026-11-10"),
    ("2027Q1", "january", PARTIAL, "2026-09-01"),
]


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of the calls in this module."""
    return tmp_path_factory.mktemp("memory")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case[:2])))
def test_a_quarter(tas: Tas, tmp_path: Path, memory: Path, case: Any, seed: int) -> None:
    """Sums, quotas and the bridge are exact in total and by owner, team and customer.

    A bridge adds up, and every deal that moved is in it with its change and the reason for it.
    """
    name, year, rates, since = case
    root = foreseen.make(tmp_path / "ws", seed, rates, year)
    deals = recount.deals(root)
    period = reforecast.quarter(name, foreseen.MONTHS[year])
    used = rates if rates == RATES else None
    evening = date.fromisoformat(since) - timedelta(days=1)
    now = {key: reforecast.state(deal, TODAY) for key, deal in deals.items()}
    then = {key: reforecast.state(deal, evening) for key, deal in deals.items()}
    now = {key: each for key, each in now.items() if each is not None}
    tas.env(TAS_CACHE_DIR=str(memory))
    for by, group_of in GROUPS.items():
        found = shown(tas, root, "--quarter", name, "--since", since, "--by", by)
        assert (found["period"]["from"], found["period"]["to"]) == period
        assert found["left_out"] == []
        wanted = {None} | {group_of(deals[key], each) for key, each in now.items()}
        groups = {each["key"]: each for each in found["groups"]}
        assert groups.keys() <= wanted | reps_with_quota(name)
        for key, group in [(..., found["total"]), *groups.items()]:
            inside = members(group_of, key, deals)
            mine = [each for name, each in now.items() if inside(name, each)]
            assert sums(group) == nonzero(reforecast.forecast(mine, period, used))
            before = [each for name, each in then.items() if each and inside(name, each)]
            opening = nonzero(reforecast.forecast(before, period, used))
            assert bridge(group, "opening") == {
                currency: each["called open"]
                for currency, each in opening.items()
                if each["called open"]
            }
            adds_up(group)
    whole = shown(tas, root, "--quarter", name, "--since", since)
    counted = [deals[each["id"]] for each in whole["deals"]]
    assert {tuple(each.values()) for each in whole["weighted"]} == {
        (each["currency"], each["weighted"], each["claimed"])
        for each in recount.money(counted, TODAY, used)
    }
    total = whole["total"]
    moved_as_recounted(total, then, now, period, used)
    assert total["quota"] == text(reforecast.quota([name], foreseen.REPS))


def shown(tas: Tas, root: Path, *options: str) -> Any:
    """Return the forecast's document."""
    result = tas.at(root)("board", "--format", "json", *options)
    assert result.status == 0, result.err
    return result.json


GROUPS: dict[str, Callable[[Any, Any], str | None]] = {
    "owner": lambda _, state: state["owner"],
    "team": lambda _, state: (
        TEAMS[foreseen.REPS.index(state["owner"]) % 2] if state["owner"] else None
    ),
    "customer": lambda deal, _: deal["customer"],
}


def members(group_of: Callable[[Any, Any], str | None], key: Any, deals: Any) -> Any:
    """Return what tells whether a deal, in some state, is in a group; `...` is all of them."""
    return lambda name, state: key is ... or group_of(deals[name], state) == key


def reps_with_quota(name: str) -> set[str]:
    """Return the owners, and their teams, who have a quota for a quarter."""
    reps = {rep for rep, quotas in foreseen.QUOTA.items() if name in quotas}
    return reps | {TEAMS[foreseen.REPS.index(rep) % 2] for rep in reps}


def nonzero(found: dict[str, dict[str, Decimal]]) -> dict[str, dict[str, Decimal]]:
    """Return the sums of the currencies in which there are any."""
    return {currency: sums for currency, sums in found.items() if any(sums.values())}


def sums(group: Any) -> dict[str, dict[str, Decimal]]:
    """Return a group's sums by currency, named as in the other program."""
    found = {}
    for each in group["money"]:
        values = [each["won"]]
        for way in ("called", "evidenced"):
            values += [each[way][name] for name in ("commit", "best_case", "open")]
        found[each["currency"]] = dict(zip(NAMES, map(Decimal, values), strict=True))
    return nonzero(found)


def bridge(group: Any, end: str) -> dict[str, Decimal]:
    """Return one end of a group's bridges by currency, where there is anything."""
    ends = {each["currency"]: Decimal(each[end]) for each in group["money"]}
    return {currency: amount for currency, amount in ends.items() if amount}


def adds_up(group: Any) -> None:
    """Check that the opening and the moves make the closing, and that the moves are the deals'."""
    for each in group["money"]:
        moved = sum(map(Decimal, each["moved"].values()))
        assert Decimal(each["opening"]) + moved == Decimal(each["closing"])
        assert each["closing"] == each["called"]["open"]
        for kind, amount in each["moved"].items():
            of_kind = [
                Decimal(move["moved"]["amount"])
                for move in group["moves"]
                if (move["kind"], move["moved"]["currency"]) == (kind, each["currency"])
            ]
            assert sum(of_kind) == Decimal(amount)
        left, quota = group["quota_left"], group["quota"]
        if left is not None:
            assert Decimal(left) == Decimal(quota) - Decimal(each["won"])
            short = Decimal(left) - Decimal(each["called"]["commit"])
            assert Decimal(each["called"]["short"]) == short


def moved_as_recounted(total: Any, then: Any, now: Any, period: Any, rates: Any) -> None:
    """Check each deal's moves: their sum by currency, and their reason."""
    moves: dict[str, list[Any]] = {}
    for each in total["moves"]:
        moves.setdefault(each["id"], []).append(each)
    for key, state in now.items():
        expected = reforecast.net(then[key], state, period, rates)
        found: dict[str, Decimal] = {}
        for each in moves.get(key, []):
            currency = each["moved"]["currency"]
            found[currency] = found.get(currency, Decimal(0)) + Decimal(each["moved"]["amount"])
        assert {currency: each for currency, each in found.items() if each} == expected
        if expected:
            reason = "grown shrunk" if rates and len(found) == 1 else ""
            kind = reforecast.kind(then[key], state, period)
            kinds = {each["kind"] for each in moves[key]}
            assert kind in kinds or (kind == "currency" and kinds & set(reason.split()))


def text(amount: Decimal | None) -> str | None:
    """Return an amount as the document has it."""
    return None if amount is None else recount.cents(amount)


def test_one_owner_is_the_owners_line(tas: Tas, tmp_path: Path, memory: Path) -> None:
    """A forecast of one owner, or of a team, equals that line of the whole forecast."""
    root = foreseen.make(tmp_path / "ws", 0)
    tas.env(TAS_CACHE_DIR=str(memory))
    for by, option, named in (("owner", "--owner", "ann"), ("team", "--team", "north")):
        whole = shown(tas, root, "--quarter", "2027Q1", "--by", by)
        (line,) = [each for each in whole["groups"] if each["key"] == named]
        one = shown(tas, root, "--quarter", "2027Q1", "--by", by, option, named)
        line.pop("key")
        assert one["total"] == line
