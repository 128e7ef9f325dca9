"""`tas close`: record how a deal ended, or reopen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from terminal import talk
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """An open deal."""
    return Deal(tas, tmp_path)


def test_an_end(deal: Deal) -> None:
    """Status, date and reason are written, and the history keeps the status."""
    call = ("close", "a", "lost", "--reason", "price: too high", "--date", "2026-11-20")
    assert deal.tas(*call).status == 0
    assert deal.changes() == [
        "+ status: lost",
        '+ closed: {date: 2026-11-20, reason: "price: too high"}',
        "+ history:",
        "+   - {date: 2026-11-20, field: status, from: open, to: lost}",
    ]
    assert deal.tas("list", "--status", "lost", "--format", "json").json["opportunities"]
    for again in (call, ("close", "a", "lost")):
        assert deal.tas(*again, "--format", "json").json["changed"] is False


@pytest.mark.parametrize(
    ("who", "written", "shown"),
    [
        ("x-sys", "x-sys", "lost to X-Sys: price"),
        ("X-Sys", "x-sys", "lost to X-Sys: price"),
        ("no_decision", "no_decision", "lost to no decision: price"),
        ("in_house", "in_house", "lost to an in-house solution: price"),
    ],
)
def test_whom_a_deal_was_lost_to(deal: Deal, who: str, written: str, shown: str) -> None:
    """The file says who won, by short name, and so do the pages; closing again keeps it."""
    assert deal.tas("close", "a", "lost", "--reason", "price", "--to", who).status == 0
    assert f"+ closed: {{date: 2026-11-23, reason: price, to: {written}}}" in deal.changes()
    assert shown in deal.tas("show", "a").out
    assert deal.tas("close", "a", "lost", "--reason", "price").status == 0
    for command in (["show", "a"], ["list", "--status", "lost"]):
        found = deal.tas(*command, "--format", "json").json
        (closed,) = (each["closed"] for each in found.get("opportunities", [found]))
        assert closed == {"date": "2026-11-23", "reason": "price", "to": written}


@pytest.mark.parametrize(
    ("status", "who", "message"),
    [
        ("lost", "y", "no_decision, in_house, x-sys"),
        ("lost", "us", "unknown"),
        ("won", "x-sys", "lost"),
    ],
)
def test_only_a_lost_deal_has_a_known_winner(
    deal: Deal, status: str, who: str, message: str
) -> None:
    """A deal can be lost to its competitors or to nobody, and only if it is lost."""
    refused = deal.tas("close", "a", status, "--reason", "x", "--to", who)
    assert refused.status == 2
    assert message in refused.err
    assert deal.untouched


def test_a_closed_deal_gets_no_next_step(deal: Deal) -> None:
    """A closed deal has nothing to find out; its page says why it ended."""
    printed = deal.tas("close", "a", "lost", "--reason", "too dear").out
    page = deal.tas("show", "a").out
    assert "why lost: too dear" in page
    for out in (printed, page):
        assert "Find out" not in out
    assert "Undecided" not in printed
    assert "reopens" not in printed
    late = deal.tas("rate", "a", "5=-").out
    assert "This deal is lost. To reopen it: `tas close a open`" in late
    assert "Find out" in deal.tas("close", "a", "open").out


@pytest.mark.parametrize(
    "closed",
    [
        "closed: {date: 2026-11-20, reason: x}  # why\n",
        "closed:\n  date: 2026-11-20\n  reason: x\n# the end\n",
    ],
)
def test_reopening(tas: Tas, tmp_path: Path, closed: str) -> None:
    """A reopened deal has no end date or reason, and its file is clean."""
    deal = Deal(tas, tmp_path, DEAL + "status: won   # hurray\n" + closed)
    printed = tas("close", "a", "open", "--format", "json").json
    assert [each["after"] for each in printed["fields"]] == ["open", None, None]
    assert "+ status: open   # hurray" in deal.changes()
    assert "+   - {date: 2026-11-23, field: status, from: won, to: open}" in deal.changes()
    assert tas("check").status == 0
    assert tas("close", "a", "open", "--format", "json").json["changed"] is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["won"], "--reason is missing: why did you win?"),
        (["gone"], "gone"),
        (["open", "--reason", "x"], "--reason cannot be used when reopening"),
        (["won", "--reason", "x", "--date", "2027-01-01"], "is in the future"),
    ],
)
def test_wrong_calls(deal: Deal, arguments: list[str], message: str) -> None:
    """A missing reason or a wrong status exits with 2 and writes nothing."""
    result = deal.tas("close", "a", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched


def test_the_reason_is_asked_for(tmp_path: Path) -> None:
    """On a terminal the command asks for the reason."""
    write(tmp_path, {"opportunities/a.yaml": DEAL})
    status, _ = talk(
        tmp_path,
        ["close", "a", "won"],
        ("Why did you win\\?", ""),
        ("Why did you win\\?", "the board"),
    )
    assert status == 0
    text = (tmp_path / "opportunities/a.yaml").read_text()
    assert "closed: {date: 2026-11-23, reason: the board}" in text
