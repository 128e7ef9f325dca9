"""`tas signs` shows the signs that a deal's file gives away beside those that people noticed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from declared import undeclared
from rich.cells import cell_len

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

TURNED = """\
  - date: 2026-11-16
    ratings:
      solution_fit: {us: "-", x-sys: "+"}
people:
  okafor: {name: Dan Okafor, left: 2026-11-20}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal whose fit turned against us while somebody left."""
    return Deal(tas, tmp_path, DEAL + TURNED)


def test_page(deal: Deal, page: SnapshotAssertion) -> None:
    """Signs noticed have numbers; those derived have none, and say what shows them."""
    assert deal.tas("signs", "a", "delays", "note=Twice this week").status == 0
    out = deal.tas("signs", "a").out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


def test_json_has_both(deal: Deal) -> None:
    """Derived signs stand beside the records, in the declared shape."""
    deal.tas("signs", "a", "Delays")
    found = json.loads(deal.tas("signs", "a", "--format", "json").out)
    assert [each["sign"] for each in found["signs"]] == ["delays"]
    assert [(each["sign"], each["date"]) for each in found["derived"]] == [
        ("changing_players", "2026-11-20"),
        ("slanted_criteria", "2026-11-16"),
    ]
    assert undeclared(deal.tas, "signs a") == []


def test_a_derived_sign_cannot_be_changed(deal: Deal) -> None:
    """Only a sign with a number can be removed."""
    result = deal.tas("signs", "a", "1", "--remove")
    assert (result.status, deal.untouched) == (2, True)


def test_explain_signs_reminds_of_ones_own(tas: Tas) -> None:
    """The page on signs has those of a person, too, which no file keeps."""
    out = tas("explain", "signs").out
    assert "Signs of lost control" in out
    assert "Signs of lost personal control" in out
