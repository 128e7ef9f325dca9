"""Signals in the full-screen commands: the terminal is left in order, and a draft stays."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from fullscreen import Terminal
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [("score", "+"), ("debrief", "\r")]
"""Each full-screen command, and a key that changes something."""
TODAY = "2026-11-23"


@pytest.fixture(params=COMMANDS, ids=[name for name, _ in COMMANDS])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Terminal:
    """A terminal with a full-screen command in it, and one change that is not saved."""
    name, key = request.param
    content = HEAD + "owner: nicole\n"
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/crane.yaml": content})
    state = str(tmp_path / "state")
    opened = Terminal(tmp_path, name, "crane", TAS_STATE_DIR=state, TAS_TODAY=TODAY)
    opened.shows("nothing to save")
    opened.type(key)
    opened.shows("1 not saved")
    return opened


def drafts(folder: Path) -> int:
    """Return how many drafts there are."""
    return len(list((folder / "state").rglob("*.json")))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_that_ends(terminal: Terminal, tmp_path: Path, name: str) -> None:
    """The terminal is as it was before, the draft is kept, and the status is the shell's."""
    number = signal.Signals[name]
    terminal.signal(number)
    assert terminal.left() == 128 + number
    assert terminal.out_of_order == []
    assert b"Traceback" not in terminal.drawn
    assert drafts(tmp_path) == 1


def test_a_terminal_that_is_closed(terminal: Terminal, tmp_path: Path) -> None:
    """Where its window goes, the command goes too, and keeps the draft."""
    terminal.hang_up()
    assert terminal.left() == 128 + signal.SIGHUP
    assert drafts(tmp_path) == 1


@pytest.mark.parametrize("name", ["SIGTSTP", "SIGSTOP"])
def test_stopping_and_going_on(terminal: Terminal, name: str) -> None:
    """After a stop, announced or not, all is painted again, and the end is in order."""
    for _ in range(2):
        terminal.signal(signal.Signals[name])
        terminal.stopped()
        assert terminal.out_of_order == [] or name == "SIGSTOP"
        terminal.goes_on()
        terminal.shows("1 not saved")
    terminal.type("qd")
    assert terminal.left() == 0
    assert terminal.out_of_order == []


def test_ended_while_stopped(terminal: Terminal, tmp_path: Path) -> None:
    """A signal to a stopped command, which the shell's `kill` lets go on, ends it all the same."""
    terminal.signal(signal.SIGTSTP)
    terminal.stopped()
    terminal.signal(signal.SIGTERM)
    terminal.signal(signal.SIGCONT)
    assert terminal.left() == -signal.SIGTERM
    assert terminal.out_of_order == []
    assert drafts(tmp_path) == 1
