"""`tas board --at`: the board of an earlier day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.mark.parametrize("day", ["2026-11-22", "2026-10-01", "2026-06-15", "2026-01-01"])
@pytest.mark.parametrize("options", [[], ["--by", "step"], ["--rollout"]], ids=" ".join)
def test_it_is_the_board_of_that_day(tas: Tas, day: str, options: list[str]) -> None:
    """The board of an earlier day has every figure that the board had on that day."""
    call = ("board", "--format", "json", *options)
    found = tas(*call, "--at", day)
    assert found.json["date"] == day
    assert found.out == tas.env(TAS_TODAY=day)(*call).out


CHANGED = (
    HEAD
    + """\
amount: 900.50
expected_close: 2026-12-31
assessments: [{date: 2026-03-01, ratings: {solution_fit: {us: "+"}}}]
history:
  - {date: 2026-06-10, field: amount, from: 500.25, to: 700}
  - {date: 2026-09-10, field: amount, from: 700, to: 900.50}
"""
)


@pytest.mark.parametrize(
    ("day", "amount"),
    [("2026-06-09", "500.25"), ("2026-06-10", "700.00"), ("2026-09-10", "900.50")],
)
def test_amounts_are_those_of_the_day(tas: Tas, tmp_path: Path, day: str, amount: str) -> None:
    """A change counts from its own day on."""
    write(tmp_path, {"opportunities/deal.yaml": CHANGED})
    found: Any = tas.at(tmp_path)("board", "--at", day, "--format", "json").json
    assert [each["amount"] for each in found["total"]["money"]] == [amount]


def test_what_began_later_is_left_out(tas: Tas, tmp_path: Path) -> None:
    """A deal that had not begun on the day is not counted, but named."""
    write(tmp_path, {"opportunities/deal.yaml": CHANGED})
    found = tas.at(tmp_path)("board", "--at", "2026-02-28", "--format", "json")
    assert found.json["total"]["open"] == 0
    assert found.json["not_yet"] == ["opportunities/deal.yaml"]
    assert "start after 2026-02-28: deal" in found.err


def test_the_command_for_all_names_the_day(tas: Tas) -> None:
    """What is left out of the page is shown by a command for the same day."""
    shown = tas("board", "--at", "2025-12-31").out
    assert shown.startswith("Board, Wed 31 Dec 2025")
    assert "tas board --full --at '30 Jun'" in tas("board", "--at", "30 Jun").out


def test_todays_board_stays_in_the_cache(tas: Tas, tmp_path: Path) -> None:
    """A look at an earlier day does not make today's board read all files again."""
    kept = tmp_path / "cache"
    tas.env(TAS_CACHE_DIR=str(kept))("board")
    before = {each: each.read_bytes() for each in kept.rglob("*.json")}
    tas("board", "--at", "2026-10-01")
    assert before
    assert all(each.read_bytes() == content for each, content in before.items())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--at", "2026-11-24"], "in the future"),
        (["--at", "2026-10-01", "--since", "2026-10-02"], "is after"),
        (["--at", "soon"], "--at"),
        (["--rollout", "--by", "step"], "--by does not apply to --rollout"),
        (["--closed", "2026", "--since", "1 Nov"], "--since does not apply to --closed"),
        (["--trend", "--full"], "--full does not apply to --trend"),
    ],
)
def test_a_wrong_call(tas: Tas, options: list[str], words: str) -> None:
    """A day that cannot be shown is refused, and so is an option that the page does not use."""
    refused = tas("board", *options)
    assert refused.status == 2
    assert words in refused.err
