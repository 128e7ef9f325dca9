"""`tas list`: one line for each deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


def test_page(tas: Tas, page: SnapshotAssertion) -> None:
    """In a pipe the table is complete, whatever the width."""
    assert tas("list").out == page


def ids(tas: Tas, *options: str) -> list[str]:
    """Return the ids that a call lists, in its order."""
    result = tas("list", "--format", "json", *options)
    assert result.status == 0
    return [entry["id"] for entry in result.json["opportunities"]]


def test_document(tas: Tas) -> None:
    """The document has a deal's figures, its amounts as text."""
    found = tas("list", "--format", "json").json
    deal = next(
        entry for entry in found["opportunities"] if entry["id"] == "national-manufacturing"
    )
    assert found["version"] == 1
    assert deal == {
        "id": "national-manufacturing",
        "file": "opportunities/national-manufacturing.yaml",
        "name": "Customer service solution",
        "customer": "National Manufacturing",
        "external_id": "0065g00000NtMfG",
        "owner": "nicole",
        "amount": "3000000",
        "currency": "USD",
        "expected_close": "2027-03-31",
        "status": "open",
        "balance": [2, 1, 2, 3],
        "known": 80,
        "assessed": "2026-11-16",
        "recommended": "flanking",
        "variation": "alter_the_rules",
        "reachable": ["flanking"],
        "chosen": "flanking",
        "overdue": False,
    }


@pytest.fixture
def three(tas: Tas, tmp_path: Path) -> Tas:
    """Three deals that differ in everything one can sort by."""
    write(
        tmp_path,
        {
            "opportunities/a.yaml": "tas: 1\nname: n\ncustomer: Zed\nowner: kim\namount: 100\n"
            "expected_close: 2027-01-01\n",
            "opportunities/sub/b.yaml": "tas: 1\nname: n\ncustomer: Ångström\nowner: lee\n"
            "amount: 2000.50\nexpected_close: 2026-01-01\nassessments:\n"
            "  - {date: 2026-01-02, ratings: {solution_fit: {us: '+'}}}\n",
            "opportunities/c.yml": "tas: 1\nname: n\ncustomer: Mid\nowner: kim\namount: 30\n"
            "status: lost\nassessments:\n"
            "  - {date: 2026-01-02, ratings: {solution_fit: {us: '-'},"
            " future_revenue: {us: '-'}}}\n",
        },
    )
    return tas.at(tmp_path)


@pytest.mark.parametrize(
    ("options", "order"),
    [
        ([], "bac"),
        (["--sort", "id"], "abc"),
        (["--sort", "id", "--reverse"], "cba"),
        (["--sort", "customer"], "cab"),
        (["--sort", "owner"], "acb"),
        (["--sort", "amount"], "bac"),
        (["--sort", "balance"], "bac"),
        (["--sort", "known"], "abc"),
        (["--owner", "KIM"], "ac"),
        (["--customer", "ång"], "b"),
        (["--status", "open"], "ba"),
        (["--status", "lost"], "c"),
        (["--strategy", "frontal"], ""),
    ],
)
def test_sorting_and_filtering(three: Tas, options: list[str], order: str) -> None:
    """Options arrange and narrow the list."""
    assert "".join(ids(three, *options)) == order


def test_a_deal_past_its_close_date_is_overdue(three: Tas) -> None:
    """An open deal whose close date has passed is marked."""
    found = three("list", "--format", "json").json["opportunities"]
    assert {entry["id"]: entry["overdue"] for entry in found} == {
        "a": False,
        "b": True,
        "c": False,
    }


def test_a_bad_file_hides_no_other(tas: Tas, tmp_path: Path) -> None:
    """A file with errors is left out and named; the rest is listed."""
    write(tmp_path, {"opportunities/good.yaml": HEAD, "opportunities/bad.yaml": "tas: 1\n"})
    result = tas.at(tmp_path)("list")
    assert result.status == 0
    assert "good" in result.out
    assert "opportunities/bad.yaml" in result.err


def test_an_empty_workspace_says_so(tas: Tas, tmp_path: Path) -> None:
    """Nothing to list is said in words."""
    (tmp_path / "opportunities").mkdir()
    assert tas.at(tmp_path)("list").out == "No opportunity fits.\n"
