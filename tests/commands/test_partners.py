"""`tas partners`: the worksheet of each partner, and what partners could move in a deal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from changes import Deal
from declared import undeclared
from rich.cells import cell_len
from workspaces import HEAD, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.partners import movable
from tas_cli.model.settings import Settings
from tas_cli.today import parse_day

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

TEXT = f"""\
{HEAD}competitors:
  x-sys: {{name: X-Sys}}
  medplan: {{name: MedPlan, out: {{date: 2026-11-09}}}}
assessments:
  - date: 2026-11-02
    ratings:
      access_to_funds: {{us: "-"}}
      compelling_event: {{us: "+"}}
      executive_credibility: {{us: "-"}}
partners:
  brightwave:
    name: Brightwave
    helps:
      executive_credibility: knows the CFO
      degree_of_risk: takes over the penalties
      access_to_funds: wrote their budget
    also_with: [x-sys, medplan]
    links: {{solutions: "+", sales: "-"}}
  norden: {{helps: {{solution_fit: completes it, compelling_event: knows their deadline}}}}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with two partners, of which one also works with a competitor."""
    return Deal(tas, tmp_path, TEXT)


@pytest.mark.parametrize("output", ["text", "markdown"])
def test_page(deal: Deal, output: str, page: SnapshotAssertion) -> None:
    """Each partner has a worksheet by question, its links, and a mark for a rival it works with."""
    out = deal.tas("partners", "a", "--format", output).out
    assert output == "markdown" or max(map(cell_len, out.splitlines())) <= 80
    assert out == page


def test_json(deal: Deal) -> None:
    """The records stay as they were; worksheets stand beside them, in the declared shape."""
    found = json.loads(deal.tas("partners", "a", "--format", "json").out)
    assert [each["key"] for each in found["partners"]] == ["brightwave", "norden"]
    assert [each["rivals"] for each in found["worksheets"]] == [["x-sys"], []]
    assert found["worksheets"][1]["links"] == dict.fromkeys(
        ("solutions", "marketing", "sales", "implementation", "post_sales"), "?"
    )
    assert undeclared(deal.tas, "partners a") == []


def test_one_partner_has_its_own_page(deal: Deal) -> None:
    """With a short name, only that partner's worksheet is shown."""
    out = deal.tas("partners", "a", "norden").out
    assert "Solution fit" in out
    assert "Brightwave" not in out


def test_what_decides_comes_first() -> None:
    """#7 is unknown and decides, so it goes before #4, which is - and decides nothing."""
    on_day = DealOnDay.of(opportunity(TEXT), Settings(), parse_day("2026-11-23"))
    found = movable(on_day, ["brightwave", "norden"])
    deciding = {each.criterion for each in on_day.decision.deciding if each.party == "us"}
    assert [(each.criterion, each.rating, each.decides) for each in found] == sorted(
        (
            (key, sign, key in deciding)
            for key, sign in (
                ("access_to_funds", "-"),
                ("solution_fit", "?"),
                ("executive_credibility", "-"),
                ("degree_of_risk", "?"),
            )
        ),
        key=lambda each: not each[2],
    )
    assert [each.decides for each in found].count(True) == 1


def test_a_partner_goes_by_name_and_its_help_by_number(deal: Deal) -> None:
    """Its name, in any case, is that partner and no new one; criteria go by number or title."""
    assert deal.tas("partners", "a", "BrightWave", "helps.12=opens doors").status == 0
    assert deal.tas("partners", "a", "norden", "helps.funds=lends").status == 0
    assert "executive_credibility: opens doors" in deal.text
    assert "access_to_funds: lends" in deal.text
    assert "already has these values" in deal.tas("partners", "a", "name=Brightwave").out
