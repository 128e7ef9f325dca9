"""`tas map ID --edit` in a pseudo-terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fullscreen import Terminal
from people_app import TODAY, Deal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_status_changes_in_five_keys_from_the_shell(tmp_path: Path) -> None:
    """Typed in one go: the screen opens, saves, closes, and leaves the terminal in order."""
    deal = Deal(tmp_path / "deals")
    terminal = Terminal(
        deal.folder,
        "map",
        "flow",
        "--edit",
        TAS_STATE_DIR=str(tmp_path / "state"),
        TAS_TODAY=TODAY.isoformat(),
    )
    terminal.shows("Martin Kessler")
    terminal.type("/k\r-\x13")
    assert terminal.left() == 0
    assert "Saved 1 person." in terminal.drawn.decode()
    assert terminal.out_of_order == []
    assert deal.opportunity.people["kessler"].status == "non_supporter"
