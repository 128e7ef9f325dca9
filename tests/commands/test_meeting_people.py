"""`tas meeting` and the map: whom we met by short name, new people, contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from workspaces import opportunity

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

ON_THE_MAP = """\
people:
  kessler: {name: Martin Kessler, title: CFO, coverage: brief}
  ruiz: {name: Elena Ruiz, title: COO, coverage: multiple}
  adeyemi: {name: Ruth Adeyemi}
  analyst: {title: Finance, unidentified: yes}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with four people, one of them not identified."""
    return Deal(tas, tmp_path, DEAL + ON_THE_MAP)


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("kessler", "kessler"),
        ("Martin Kessler, CFO", "kessler"),
        ("M. Kessler", "kessler"),
        ("martin", "kessler"),
        ("kessler, ruiz", "kessler; ruiz"),
        ("Kessler, ruiz and Jo Park, CIO", "kessler; ruiz; Jo Park, CIO"),
        ("Kessler, CFO, ruiz", "kessler; ruiz"),
        ("Jo Park, CIO", "Jo Park, CIO"),
    ],
)
def test_whom_we_met(deal: Deal, people: str, who: str) -> None:
    """Evidence names those on the map by short name, however they were typed."""
    assert deal.tas("meeting", "a", "--with", people, "4 + Approved").status == 0
    (newest,) = [each for each in opportunity(deal.text).assessments if each.date.day == 23]
    assert newest.ratings["access_to_funds"]["us"].evidence[0].who == who


def test_everywhere_in_a_line(deal: Deal) -> None:
    """The speaker of a line and the next meeting have short names; action items have names."""
    lines = (
        "4 + Approved ~ Elena Ruiz",
        "next 10 Dec Kessler, Ruth Adeyemi: demo",
        "they will check it",
        "Ruiz will call by fri",
        "we will send it @adeyemi",
    )
    done = deal.tas("meeting", "a", "--with", "kessler", *lines)
    assert (done.status, done.err.count("not on the team")) == (0, 0)
    now = opportunity(deal.text)
    assert now.assessments[-1].ratings["access_to_funds"]["us"].evidence[0].who == "ruiz"
    assert now.next is not None
    assert now.next.people == ["kessler", "adeyemi"]
    assert [each.owner for each in now.actions] == ["Martin Kessler", "Elena Ruiz", "Ruth Adeyemi"]
