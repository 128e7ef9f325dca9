"""Signals in the full-screen commands: the terminal is restored, and a draft stays."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from fullscreen import Terminal
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = {"score": "+", "debrief": "\r"}
"""A key that changes something, by full-screen command."""
TODAY = "2026-11-23"


def opened(folder: Path, command: str = "score") -> Terminal:
    """Return a terminal with a full-screen command in it and one unsaved change."""
    content = HEAD + "owner: nicole\n"
    write(folder, {"tas.yaml": "tas: 1\n", "opportunities/crane.yaml": content})
    state = str(folder / "state")
    terminal = Terminal(folder, command, "crane", TAS_STATE_DIR=state, TAS_TODAY=TODAY)
    terminal.shows("no changes")
    terminal.type(CHANGE[command])
    terminal.shows("1 unsaved")
    return terminal


def drafts(folder: Path) -> int:
    """Return the number of drafts."""
    return len(list((folder / "state").rglob("*.json")))


@pytest.mark.parametrize(
    ("command", "name"),
    [*(("score", name) for name in ("SIGHUP", "SIGQUIT", "SIGINT")), ("debrief", "SIGTERM")],
)
def test_a_signal_that_ends_the_command(tmp_path: Path, command: str, name: str) -> None:
    """The terminal is restored, the draft is kept, and the status is the shell's."""
    terminal = opened(tmp_path, command)
    number = signal.Signals[name]
    terminal.signal(number)
    assert terminal.left() == 128 + number
    assert terminal.out_of_order == []
    assert b"Traceback" not in terminal.drawn
    assert drafts(tmp_path) == 1


@pytest.mark.parametrize("command", CHANGE)
def test_a_terminal_that_is_closed(tmp_path: Path, command: str) -> None:
    """When its window closes, the command ends and keeps the draft."""
    terminal = opened(tmp_path, command)
    terminal.hang_up()
    assert terminal.left() == 128 + signal.SIGHUP
    assert drafts(tmp_path) == 1


def test_stopping_and_continuing(tmp_path: Path) -> None:
    """After each stop, requested or not, the screen is redrawn, and the command ends cleanly."""
    terminal = opened(tmp_path)
    for name in ("SIGTSTP", "SIGTSTP", "SIGSTOP", "SIGSTOP"):
        terminal.signal(signal.Signals[name])
        terminal.stopped()
        assert terminal.out_of_order == [] or name == "SIGSTOP"
        terminal.goes_on()
        terminal.shows("1 unsaved")
    terminal.type("qd")
    assert terminal.left() == 0
    assert terminal.out_of_order == []


def test_ended_while_stopped(tmp_path: Path) -> None:
    """A signal to a stopped command, once the shell's `kill` continues it, still ends it."""
    terminal = opened(tmp_path)
    terminal.signal(signal.SIGTSTP)
    terminal.stopped()
    terminal.signal(signal.SIGTERM)
    terminal.signal(signal.SIGCONT)
    assert terminal.left() == -signal.SIGTERM
    assert terminal.out_of_order == []
    assert drafts(tmp_path) == 1
