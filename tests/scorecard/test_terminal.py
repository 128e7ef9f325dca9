"""`tas score` in a pseudo-terminal, with real key bytes, the screen read back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fullscreen import Terminal
from score_app import CHOSEN, FLANKING, RATED, TODAY, Deal

TAS = [sys.executable, "-m", "tas_cli"]


def scoring(deal: Deal, columns: int = 80, lines: int = 24, **environment: str) -> Terminal:
    """Open the scorecard in a terminal."""
    folder = deal.path.parent.parent
    return Terminal(folder, "score", "crane", columns=columns, lines=lines, **environment)


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 50)])
def test_a_person_rates_a_deal(deal: Deal, state: Path, columns: int, lines: int) -> None:
    """Five cells are rated, evidence given, saved and left: the file has them, the status is 0."""
    terminal = scoring(deal, columns, lines)
    opened = terminal.shows("[· ·]")
    assert "20 Strategic value" in opened
    assert "no changes" in opened
    terminal.type("+-?+-")
    terminal.shows("5 unsaved")
    terminal.type("e")
    terminal.shows("Evidence for #5 Compelling event, Us –")
    terminal.type("No deadline yet\rAnn\r\r\r")
    terminal.shows("Evidence added")
    assert len(list(state.rglob("*.json"))) == 1
    terminal.type("s")
    terminal.shows("Saved 5 cells")
    terminal.type("\x1b[B\x1b[C?")
    terminal.shows("1 unsaved")
    terminal.type("u")
    terminal.shows("no changes")
    terminal.type("q")
    assert terminal.left() == 0
    added = deal.text.removeprefix(RATED)
    assert added.startswith(f"  - date: {TODAY}\n")
    assert added.count("us:") == 5
    assert f"{{when: {TODAY}, who: Ann, what: No deadline yet}}" in added
    assert list(state.rglob("*.json")) == []


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 50)])
def test_a_person_chooses_and_answers(tmp_path: Path, columns: int, lines: int) -> None:
    """Arrow keys and Enter choose a strategy and state an answer; the file has both."""
    deal = Deal(tmp_path / "chosen", CHOSEN)
    terminal = scoring(deal, columns, lines)
    terminal.shows("no changes")
    terminal.type("c")
    terminal.shows("Chosen instead: Frontal (Reputation)")
    terminal.type("\x1b[B\x1b[B\x1b[C\r")
    terminal.shows("Why Fragment rather than Flanking?")
    terminal.type("a foot in the door\r")
    terminal.shows("Chosen: Fragment (not saved yet).")
    terminal.type("a")
    terminal.shows("Can we compete")
    terminal.type("3yjust so\r")
    terminal.shows("Three to one: you answered yes.")
    terminal.type("j")
    terminal.shows("Recommended: Frontal")
    terminal.type("s")
    terminal.shows("Saved the strategy and 1 answer.")
    terminal.type("q")
    assert terminal.left() == 0
    assert "  chosen: fragment   # bold\n  variation: niche\n" in deal.text
    assert "  reason: a foot in the door\n" in deal.text
    assert "three_to_one: {answer: yes, because: just so" in deal.text
    assert "    from: frontal\n    to: fragment\n" in deal.text
    assert deal.text.startswith(FLANKING)


def test_choices_typed_ahead_are_taken_in_order(tmp_path: Path) -> None:
    """Keys for both dialogs that arrive in one burst do the same as one by one."""
    deal = Deal(tmp_path / "chosen", CHOSEN)
    terminal = scoring(deal)
    terminal.shows("no changes")
    terminal.type("cjjl\rjail\ra3yjk123\r+c1h\rs/fit\r?sq")
    assert terminal.left() == 0
    assert "  chosen: frontal   # bold\n" in deal.text
    assert "because: jk123" in deal.text
    assert 'customer_project: {us: "+"}' in deal.text.replace("\n        us", " {us").replace(
        '"+"\n', '"+"}\n'
    )


def test_a_killed_session_is_offered_again(deal: Deal) -> None:
    """Ratings from before a crash are there at the next start."""
    terminal = scoring(deal)
    terminal.shows("no changes")
    terminal.type("+-")
    terminal.shows("2 unsaved")
    time.sleep(0.5)
    terminal.process.kill(signal.SIGKILL)
    terminal.left()
    again = scoring(deal)
    again.shows("Unsaved draft")
    again.type("r")
    again.shows("2 unsaved")
    again.type("\x03")
    again.shows("Save 2 cells before you leave?")
    again.type("s")
    assert again.left() == 0
    assert "business_profile" in deal.text


def test_keys_typed_ahead_are_taken_in_order(deal: Deal) -> None:
    """Keys that arrive in one burst do the same as one by one."""
    terminal = scoring(deal)
    terminal.shows("no changes")
    terminal.type("12+eWon\rAnn\r\x13nCalled\rs/fit\r+sq")
    assert terminal.left() == 0
    added = deal.text.removeprefix(RATED)
    assert "{when: 2026-11-23, who: Ann, what: Won}" in added
    assert "note: Called" in added
    assert 'solution_fit: {us: "+"}' in added.replace("\n        us", " {us").replace(
        '"+"\n', '"+"}\n'
    )


def test_a_terminal_that_is_resized(deal: Deal) -> None:
    """The screen follows the terminal's size, there and back."""
    terminal = scoring(deal)
    terminal.shows("no changes")
    terminal.resize(160, 50)
    terminal.shows("1 Is there an opportunity?")
    terminal.shows("Customer's application or project")
    terminal.resize(80, 24)
    terminal.type("+")
    shown = terminal.shows("1 unsaved")
    assert "20 Strategic value" in shown
    terminal.type("qd")
    assert terminal.left() == 0
    assert deal.text == RATED


def test_no_color_is_honored(deal: Deal) -> None:
    """With NO_COLOR, no color reaches the terminal."""
    terminal = scoring(deal, NO_COLOR="1")
    terminal.shows("no changes")
    terminal.type("+")
    terminal.shows("1 unsaved")
    drawn = terminal.screen.buffer  # the colors of the screen's cells
    colors = {cell.fg for line in drawn.values() for cell in line.values()}
    assert colors == {"default"}
    terminal.type("qd")
    assert terminal.left() == 0


@pytest.mark.parametrize("streams", ["stdin", "stdout", "both"])
def test_without_a_terminal(deal: Deal, streams: str) -> None:
    """Without a terminal it says so, names `tas rate`, and exits with 2 immediately."""
    master, slave = os.openpty()
    done = subprocess.run(
        [*TAS, "score", "crane"],
        cwd=deal.path.parent.parent,
        stdin=slave if streams == "stdout" else subprocess.DEVNULL,
        stdout=slave if streams == "stdin" else subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr
    assert b"tas rate crane 5=u" in done.stderr
