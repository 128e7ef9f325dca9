"""`tas board --closed`: won and lost, recomputed from plain data."""

from __future__ import annotations

import json
import random
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Any

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

RIVALS = ("alpha", "beta", "gamma")
RATES = {"EUR": "1.0834", "CHF": "1.1219"}
ENDS = ("won", "lost", "disengaged")
PERIODS = {
    "2026": ("2026-01-01", "2026-12-31"),
    "2026Q3": ("2026-07-01", "2026-09-30"),
    "2025..2026-06": ("2025-01-01", "2026-06-30"),
    "..": ("0001-01-01", "9999-12-31"),
}


def deal(chance: random.Random, number: int) -> dict[str, Any]:
    """Return a deal that ended, or is open, without the parts that chance omits."""
    status = chance.choice(("open", *ENDS, "won", "lost"))
    named = chance.sample(RIVALS, chance.choice((0, 1, 1, 2, 3)))
    year, month, day = chance.choice((2025, 2026)), chance.randint(1, 11), chance.randint(1, 20)
    closed = {
        "date": f"{year}-{month:02}-{day:02}",
        "to": chance.choice((*named, "no_decision", "in_house")) if status == "lost" else None,
    }
    closed = {key: value for key, value in closed.items() if value and chance.random() < 0.85}
    content = {
        "tas": 1,
        "name": f"Deal {number}",
        "customer": "Harbour",
        "owner": chance.choice(("kim", "lee")),
        "status": status,
        "amount": f"{chance.randrange(10**6)}.{chance.randrange(1000):03}",
        "currency": chance.choice(("USD", "EUR", "CHF")),
        "competitors": {each: {"name": each.title()} for each in named},
        "strategy": {"chosen": chance.choice(("frontal", "flanking", "develop"))},
        "closed": closed if status != "open" else None,
    }
    kept = ("tas", "name", "customer", "status", "competitors")
    return {
        key: value
        for key, value in content.items()
        if key in kept or (value and chance.random() < 0.9)
    }


@pytest.fixture(scope="module")
def deals() -> dict[str, dict[str, Any]]:
    """Some two hundred deals, the same on every run."""
    chance = random.Random(15)  # noqa: S311 - nothing secret
    return {f"d{number:03}": deal(chance, number) for number in range(200)}


@pytest.fixture(scope="module", params=[False, True], ids=["apart", "rated"])
def root(
    request: pytest.FixtureRequest,
    deals: dict[str, dict[str, Any]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The workspace with these deals, without rates and with them."""
    settings = {"tas": 1, **({"rates": RATES} if request.param else {})}
    files = {f"opportunities/{name}.yaml": json.dumps(each) for name, each in deals.items()}
    return write(tmp_path_factory.mktemp("ended"), {"tas.yaml": json.dumps(settings), **files})


def count(some: list[dict[str, Any]], *, rated: bool) -> dict[str, Any]:
    """Count deals and sum their amounts, to the cent."""
    sums: dict[str, Decimal] = {}
    for each in some:
        if "amount" in each:
            currency = each.get("currency", "USD")
            rate = Decimal({**RATES, "USD": "1"}[currency]) if rated else Decimal(1)
            currency = "USD" if rated else currency
            sums[currency] = sums.get(currency, Decimal()) + Decimal(each["amount"]) * rate
    return {
        "deals": len(some),
        "money": [
            {"currency": key, "amount": str(sums[key].quantize(Decimal("0.01"), ROUND_HALF_EVEN))}
            for key in sorted(sums)
        ],
        "without_amount": sum("amount" not in each for each in some),
    }


@pytest.mark.parametrize("owner", [None, "kim"])
@pytest.mark.parametrize("period", PERIODS)
def test_every_count(
    tas: Tas, root: Path, deals: dict[str, dict[str, Any]], period: str, owner: str | None
) -> None:
    """Counts and sums by end, by competitor and by strategy are those of the files."""
    options = ["--owner", owner] if owner else []
    found = tas.at(root)("board", "--closed", period, "--format", "json", *options).json
    first, last = PERIODS[period]
    mine = [each for each in deals.values() if owner in (None, each.get("owner"))]
    some = [each for each in mine if first <= each.get("closed", {}).get("date", "") <= last]
    rated = "rates" in json.loads((root / "tas.yaml").read_text(encoding="utf-8"))
    by_end = {end: [each for each in some if each["status"] == end] for end in ENDS}
    assert found["total"] == {end: count(those, rated=rated) for end, those in by_end.items()}
    for each in found["by_competitor"]:
        won = [one for one in by_end["won"] if each["id"] in one.get("competitors", {})]
        lost = [one for one in by_end["lost"] if one["closed"].get("to") == each["id"]]
        counted = (count(those, rated=rated) for those in (won, lost))
        assert (each["won"], each["lost"]) == tuple(counted), each["id"]
    assert sum(each["lost"]["deals"] for each in found["by_competitor"]) == len(by_end["lost"])
    expected = {
        key: {
            end: count(
                [d for d in those if d.get("strategy", {}).get("chosen") == key], rated=rated
            )
            for end, those in by_end.items()
        }
        for key in {each.get("strategy", {}).get("chosen") for each in some}
    }
    assert {each.pop("strategy"): each for each in found["by_strategy"]} == expected


def test_closed_deals_without_a_date_are_named(
    tas: Tas, root: Path, deals: dict[str, dict[str, Any]]
) -> None:
    """A closed deal whose closing date is missing is in no period, and the page says so."""
    undated = [
        name
        for name, each in deals.items()
        if each["status"] != "open" and "date" not in each.get("closed", {})
    ]
    assert tas.at(root)("board", "--closed", "..", "--format", "json").json["undated"] == undated
    assert f"closing date is missing: {undated[0]}" in tas("board", "--closed", "..").out


LOST = HEAD + "status: lost\namount: 5000\ncompetitors: {x: {name: Xylo}}\n"
WON = HEAD + "status: won\ncompetitors: {x: {name: Xylo}}\nclosed: {date: 2026-05-01}\n"


def test_page(tas: Tas, tmp_path: Path) -> None:
    """The page counts, and draws no conclusion: it has no share or percentage."""
    ends = {"a": "to: x, ", "b": "to: no_decision, ", "c": ""}
    files = {
        f"opportunities/{name}.yaml": f"{LOST}closed: {{{to}date: 2026-05-02}}\n"
        for name, to in ends.items()
    }
    write(tmp_path, files | {"opportunities/d.yaml": WON})
    shown = tas.at(tmp_path)("board", "--closed", "2026").out
    assert [line.split() for line in shown.splitlines() if "5k" in line.replace("15k", "")] == [
        ["Xylo", "1", "1", "USD", "5k"],
        ["No", "decision", "0", "1", "USD", "5k"],
        ["Not", "known", "to", "whom", "0", "1", "USD", "5k"],
    ]
    assert "Won: 1, 1 without an amount. Lost: 3, USD 15k. Disengaged: 0." in shown
    assert "%" not in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--closed", "soon"], "not a period"),
        (["--closed", "2026", "--rollout"], "separate pages"),
        (["--closed", ""], "not a period"),
    ],
)
def test_a_wrong_call(tas: Tas, options: list[str], words: str) -> None:
    """What is no period, or two pages at once, is refused."""
    refused = tas("board", *options)
    assert refused.status == 2
    assert words in refused.err
