"""`tas board --trend`: the key figures over some weeks."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import generated
import pytest
import recount

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

TODAY = generated.TODAY
FEW = 120
"""How many of the generated deals are enough here."""


@pytest.fixture(scope="module", params=[False, True], ids=["apart", "rated"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the generated workspace, without rates and with them."""
    root = generated.make(tmp_path_factory.mktemp("trend"), rates=request.param)
    for path in sorted((root / "opportunities").iterdir())[FEW:]:
        path.unlink()
    return root


def trend(tas: Tas, root: Path, *options: str) -> Any:
    """Return the trend's document."""
    result = tas.at(root)("board", "--trend", *options, "--format", "json")
    assert result.status == 0, result.err
    return result.json


@pytest.mark.no_cover
@pytest.mark.parametrize("whose", [[], ["--owner", "rep03"], ["--team", "south"]], ids=" ".join)
def test_each_line_is_the_board_of_that_day(tas: Tas, root: Path, whose: list[str]) -> None:
    """Every figure of a day is the one that the board of that day has."""
    weeks = trend(tas, root, "7", *whose)["weeks"]
    days = [TODAY - timedelta(days=7 * back) for back in range(7, -1, -1)]
    assert [each["date"] for each in weeks] == list(map(str, days))
    for each in weeks[::3]:
        day = each.pop("date")
        total = tas("board", "--at", day, *whose, "--format", "json").json["total"]
        assert each == {key: total[key] for key in each}


def test_deals_and_ratings_are_those_of_the_day(tas: Tas, root: Path) -> None:
    """What was open, its amounts, what was unknown and what debriefed are those of the files."""
    deals = recount.deals(root)
    rates = json.loads((root / "tas.yaml").read_text(encoding="utf-8")).get("rates")
    for each in trend(tas, root, "12")["weeks"]:
        day = date.fromisoformat(each["date"])
        some = [deal for deal in deals.values() if was_open(deal, day)]
        assert each["open"] == len(some)
        signs = (recount.signs(deal, day).items() for deal in some)
        known = sum(s[0] != "?" for cells in signs for (_, party), s in cells if party == "us")
        assert each["unknown"]["cells"] == 20 * len(some) - known
        recent = str(day - timedelta(days=30))
        lately = [any(d >= recent for d in recount.debriefs(deal, day)) for deal in some]
        assert each["debriefed"] == recount.share(sum(lately), len(some))
        expected: dict[str, Decimal] = {}
        for deal in some:
            amount = recount.before_that(deal, "amount", deal.get("amount"), day + ONE)
            if amount is not None:
                currency = deal.get("currency", "USD")
                rate = Decimal({**rates, "USD": "1"}[currency]) if rates else Decimal(1)
                key = "USD" if rates else currency
                expected[key] = expected.get(key, Decimal()) + Decimal(amount) * rate
        found = {money["currency"]: money["amount"] for money in each["money"]}
        assert found == {key: recount.cents(value) for key, value in expected.items()}


ONE = timedelta(days=1)


def was_open(deal: recount.Deal, day: date) -> bool:
    """Whether a deal had begun by a day and was open on it."""
    if recount.began(deal) > str(day):
        return False
    was = recount.before_that(deal, "status", deal.get("status", "open"), day + ONE)
    return was == "open" or deal.get("closed", {}).get("date", "") > str(day)


def test_page(tas: Tas) -> None:
    """A bar is as long as the amount, its evidenced part is filled, and the page fits."""
    shown = tas("board", "--trend", "2", "--owner", "samuel").out
    rows = [line.split() for line in shown.splitlines() if "GBP" in line]
    assert rows == [
        ["Mon", "9", "Nov", "2", "22%", "0%", "GBP", "860k", "344k", "516k", "●●●●●○○○○○○○"],
        ["Mon", "16", "Nov", "2", "22%", "50%", "GBP", "860k", "344k", "516k", "●●●●●○○○○○○○"],
        ["Today", "2", "22%", "50%", "GBP", "860k", "344k", "516k", "●●●●●○○○○○○○"],
    ]
    assert max(map(len, shown.splitlines())) <= 80
    posted = tas("board", "--trend", "2", "--format", "markdown").out
    assert "●●" not in posted
    assert "GBP 860,000.00" in posted


def test_weeks_may_be_left_out(tas: Tas) -> None:
    """Without a number there are twelve weeks, and today."""
    assert len(tas("board", "--trend", "--format", "json").json["weeks"]) == 13
    assert len(tas("board", "--trend", "1", "--format", "json").json["weeks"]) == 2


def test_a_trend_up_to_an_earlier_day(tas: Tas) -> None:
    """With --at, the last line is that day."""
    weeks = tas("board", "--trend", "2", "--at", "2026-07-01", "--format", "json").json["weeks"]
    assert [each["date"] for each in weeks] == ["2026-06-22", "2026-06-29", "2026-07-01"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--trend", "0"], "write a number of weeks"),
        (["--trend", "105"], "write a number of weeks"),
        (["--trend", "x"], "write a number of weeks"),
        (["--trend", "3", "--rollout"], "separate pages"),
        (["--trend", "--owner", "nobody"], "no such owner"),
    ],
)
def test_a_wrong_call(tas: Tas, options: list[str], words: str) -> None:
    """What is no number of weeks, or two pages at once, is refused."""
    refused = tas("board", *options)
    assert refused.status == 2
    assert words in refused.err
