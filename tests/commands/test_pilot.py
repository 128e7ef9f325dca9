"""A pilot: two fictional years of one deal, as of five dates (tests/pilot/README.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

DEAL = "harbour-crane-renewal"
DATES = ["2024-12-09", "2025-04-28", "2025-09-01", "2026-01-19", "2026-07-20"]


@pytest.fixture
def pilot(tas: Tas, tmp_path: Path) -> Tas:
    """A workspace with the one deal."""
    source = ROOT / "tests/pilot" / f"{DEAL}.yaml"
    write(tmp_path, {f"opportunities/{DEAL}.yaml": source.read_bytes()})
    return tas.at(tmp_path)


@pytest.mark.parametrize("day", DATES)
def test_sheets(pilot: Tas, page: SnapshotAssertion, day: str) -> None:
    """The sheet as of each date shows what was known then."""
    assert pilot("show", DEAL, "--at", day).out == page


@pytest.mark.parametrize("day", DATES)
def test_advice(pilot: Tas, page: SnapshotAssertion, day: str) -> None:
    """The advice as of each date follows from what was known then."""
    assert pilot("strategy", DEAL, "--at", day).out == page


def test_form(pilot: Tas, page: SnapshotAssertion) -> None:
    """The form shows the whole story, date by date."""
    assert pilot("show", DEAL, "--history").out == page


@pytest.mark.parametrize(
    ("day", "owner", "amount", "close", "status", "chosen", "reachable"),
    [
        ("2024-10-14", "samuel", "1450000", "2025-06-30", "open", None, "develop disengage"),
        ("2024-12-09", "samuel", "1450000", "2025-06-30", "open", "develop", "develop"),
        (
            "2025-02-24",
            "samuel",
            "1450000",
            "2025-12-19",
            "open",
            "develop",
            "flanking fragment develop",
        ),
        ("2025-04-28", "samuel", "1450000", "2025-12-19", "open", "flanking", "flanking"),
        ("2025-06-30", "samuel", "1450000", "2025-12-19", "open", "flanking", "flanking"),
        ("2025-09-01", "samuel", "1450000", "2025-12-19", "open", "flanking", "flanking develop"),
        ("2025-10-27", "nicole", "1450000", "2026-06-30", "open", "develop", "develop"),
        ("2026-01-19", "nicole", "420000", "2026-06-30", "open", "fragment", "fragment"),
        ("2026-03-30", "nicole", "420000", "2026-06-30", "open", "fragment", "flanking fragment"),
        ("2026-05-18", "nicole", "1640000", "2026-09-30", "open", "flanking", "flanking"),
        ("2026-07-20", "nicole", "1640000", "2026-09-30", "open", "flanking", "frontal"),
        ("2026-10-01", "nicole", "1640000", "2026-09-30", "won", "flanking", "frontal"),
    ],
)
def test_the_facts_of_each_stage(  # noqa: PLR0917 - a row of the table
    pilot: Tas,
    day: str,
    owner: str,
    amount: str,
    close: str,
    status: str,
    chosen: str | None,
    reachable: str,
) -> None:
    """Owner, amount, close date, status and choice are those of the date, by the history."""
    then = pilot("show", DEAL, "--at", day, "--format", "json").json
    seen = (then["owner"], then["amount"], then["expected_close"], then["status"])
    assert seen == (owner, amount, close, status)
    assert then["strategy"]["chosen"] == chosen
    assert " ".join(then["strategy"]["reachable"]) == reachable
