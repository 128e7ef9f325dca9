"""`tas meeting` ticks the tactics that the meeting was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from terminal import talk

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

PLAN = """\
people:
  kessler: {name: Martin Kessler}
  ruiz: {name: Elena Ruiz}
tactics:
  - {what: Value review, people: [kessler], due: 2026-11-20}   # his figures
  - {what: Lunch, people: [kessler], done: 2026-11-02}
  - {what: Who advises her, people: [ruiz]}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with a tactic for each of two people, and one that is done."""
    return Deal(tas, tmp_path, DEAL + PLAN)


def test_a_script_learns_which_tactics_it_can_tick(deal: Deal) -> None:
    """Only open ones with those who were met are named; nothing is ticked unasked."""
    result = deal.tas("meeting", "a", "--with", "M. Kessler", "Reserve approved")
    assert "Tactic 1, Value review: done? If so, add --tactic 1." in result.err
    assert "Tactic 3" not in result.err
    assert "done: 2026-11-23" not in deal.text


def test_a_tactic_is_done_on_the_day_of_the_meeting(deal: Deal) -> None:
    """The rest of its line stays, and one undo takes all of it back."""
    call = ("meeting", "a", "--with", "kessler", "--when", "20 Nov", "--tactic", "1", "Approved")
    result = deal.tas(*call)
    assert result.status == 0, result.err
    assert "done?" not in result.err
    assert (
        "  - {what: Value review, people: [kessler], due: 2026-11-20, done: 2026-11-20}"
        "   # his figures"
    ) in deal.text
    assert "tactic 1 done" in result.out
    assert deal.tas("undo", "a").status == 0
    assert deal.untouched


@pytest.mark.parametrize("number", ["2", "4", "0"])
def test_only_an_open_tactic_can_be_ticked(deal: Deal, number: str) -> None:
    """One that is done, or that is not there, is refused with those that are open."""
    result = deal.tas("meeting", "a", "--tactic", number, "Approved")
    assert (result.status, deal.untouched) == (2, True)
    assert "Open tactics: 1, 3." in result.err


def test_y_ticks_it_at_a_terminal(deal: Deal) -> None:
    """The question takes yes for an answer; Enter alone leaves the tactic open."""
    status, seen = talk(
        deal.path.parent.parent,
        ["meeting", "a", "--plain"],
        ("Whom did you meet", "M. Kessler"),
        ("When", ""),
        (r"undo\s+to\s+take.*>", "Reserve approved"),
        ("note.*>", ""),
        (r"Kessler.*\[Y/n\]", "n"),
        (r"Tactic 1, Value review: done\? \[y/N\]", "y"),
        env={"TAS_STATE_DIR": str(deal.path.parent / "state")},
    )
    assert (status, "done: 2026-11-23" in deal.text) == (0, True), seen
