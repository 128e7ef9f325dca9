"""`tas debrief` in a pseudo-terminal: a manager's two minutes, and the prompts of --plain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from debrief_app import ANSWERS, BARE, CRANE, TODAY, Deal
from fullscreen import Terminal
from terminal import talk

if TYPE_CHECKING:
    from pathlib import Path

TAS = [sys.executable, "-m", "tas_cli"]
_TWO_MINUTES = 120 * 3
"""The keys a person can press in two minutes at a leisurely forty words a minute."""


class Debrief(Terminal):
    """A debrief in a terminal, which counts the keys."""

    def __init__(self, deal: Deal, columns: int = 80, lines: int = 24, **environment: str) -> None:
        arguments = ("debrief", "crane", "--by", "martha")
        super().__init__(deal.folder, *arguments, columns=columns, lines=lines, **environment)
        self.pressed = 0

    def type(self, keys: str) -> None:
        """Press keys, and count them."""
        self.pressed += len(keys.replace("\x1b[B", "v").replace("\x1b[A", "^"))
        super().type(keys)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for drafts, on a fixed date, independent of the terminal that runs the tests."""
    folder = tmp_path / "state"
    monkeypatch.setenv("TAS_STATE_DIR", str(folder))
    monkeypatch.setenv("TAS_TODAY", TODAY)
    for name in ("NO_COLOR", "FORCE_COLOR", "TAS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """The crane deal."""
    return Deal(tmp_path / "deals")


def by_file(folder: Path) -> str:
    """Return the content of the same deal's file after the answers came from a file."""
    other = Deal(folder)
    done = subprocess.run(
        [*TAS, "debrief", "crane", "--answers", other.answers()],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return other.text


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 50)])
def test_a_manager_s_two_minutes(deal: Deal, tmp_path: Path, columns: int, lines: int) -> None:
    """A whole debrief fits into two minutes of typing and gives the bytes of an answer file."""
    terminal = Debrief(deal, columns, lines)
    terminal.shows("no changes")
    terminal.type("\r \r")  # nicole is there; the first action is done, the second is not
    terminal.shows("2 unsaved")
    terminal.type("\r\r\r\r\r\r")  # Develop is claimed; accept its five outcomes from the file
    terminal.shows("7 unsaved")
    terminal.type("\r\r")  # the activity and its preparation, likewise
    terminal.shows("9 unsaved")
    terminal.type("\r" + ANSWERS["communication"] + "\r")
    terminal.shows("10 unsaved")
    terminal.type("\r\r" + ANSWERS["reason"] + "\r")  # reset to Develop, as proposed
    terminal.shows("reset to Develop: ")
    terminal.type("\rLet Ann Beck confirm it\r\r2026-12-04\r")
    terminal.shows("due 2026-12-04")
    terminal.type("v" + ANSWERS["verdict"] + "\r")
    terminal.shows("13 unsaved")
    terminal.type("s")
    assert terminal.left() == 0
    assert deal.text == by_file(tmp_path / "file")
    named = "".join(ANSWERS[key] for key in ("communication", "reason", "verdict"))
    assert terminal.pressed - len(f"{named}Let Ann Beck confirm it2026-12-04") == 23
    assert terminal.pressed <= _TWO_MINUTES


def test_keys_typed_ahead_are_taken_in_order(deal: Deal, tmp_path: Path) -> None:
    """Keys that arrive in one burst do the same as one by one."""
    terminal = Debrief(deal)
    terminal.shows("no changes")
    keys = "\r \r\r++?+-\r\r\r{communication}\rr\r{reason}\r"
    keys += "aLet Ann Beck confirm it\r\r2026-12-04\rv{verdict}\rs"
    terminal.type(keys.format(**ANSWERS))
    assert terminal.left() == 0
    assert deal.text == by_file(tmp_path / "file")


def test_a_killed_session_is_offered_again(deal: Deal) -> None:
    """Answers given before a crash are there at the next start."""
    terminal = Debrief(deal)
    terminal.shows("no changes")
    terminal.type("\r ")
    terminal.shows("2 unsaved")
    time.sleep(0.5)
    terminal.process.kill(signal.SIGKILL)
    terminal.left()
    again = Debrief(deal)
    again.shows("Unsaved draft")
    again.type("r")
    again.shows("2 unsaved")
    again.type("css")
    assert again.left() == 0
    assert "present: [nicole]" in deal.text


def test_no_color_is_honored(deal: Deal) -> None:
    """With NO_COLOR, no color reaches the terminal."""
    terminal = Debrief(deal, 160, 50, NO_COLOR="1")
    terminal.shows("no changes")
    drawn = terminal.screen.buffer  # the colors of the screen's cells
    assert {cell.fg for line in drawn.values() for cell in line.values()} == {"default"}
    terminal.type("q")
    assert terminal.left() == 0
    assert deal.text == CRANE


@pytest.mark.parametrize("streams", ["stdin", "stdout"])
def test_half_a_terminal(deal: Deal, streams: str) -> None:
    """If only one of the streams is a terminal, it fails immediately and names the options."""
    master, slave = os.openpty()
    done = subprocess.run(
        [*TAS, "debrief", "crane"],
        cwd=deal.folder,
        stdin=slave if streams == "stdout" else subprocess.DEVNULL,
        stdout=slave if streams == "stdin" else subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert b"--answers FILE" in done.stderr


def test_a_dumb_terminal_is_offered_the_prompts(deal: Deal) -> None:
    """A terminal that cannot show the full screen gets a pointer to --plain."""
    status, seen = talk(deal.folder, ["debrief", "crane"])
    assert status == 2
    assert "Use --plain to answer line by line." in seen


# The prompts

_TO_THE_STEP = (
    ("Who answers.*: ", ""),
    ("Ask who decides.*Is it done", "y"),
    ("Meet Ann Beck.*Is it done", ""),
    ("Last step completed", ""),
    ("key_sponsor_named.*doubtful", "s"),
    ("first_capabilities_embraced.*doubtful", ""),
    ("investment_process_confirmed.*doubtful", "?"),
    ("buying_process_established.*doubtful", "+"),
    ("burning_issue_confirmed.*doubtful", "not shown"),
    ("Number, or your own words", "2"),
    ("What you have prepared", ""),
    ("Link to it", ""),
    ("customer last say.*What was said", ANSWERS["communication"]),
)
_TO_THE_END = (
    ("Confirmed or reset.*reset", ""),
    ("Reset to .develop", ""),
    ("Why", ANSWERS["reason"]),
    ("What needs to be done", "Let Ann Beck confirm it"),
    ("Who will do it", ""),
    ("Due", "2026-12-04"),
    ("What needs to be done", ""),
    ("Your verdict", ANSWERS["verdict"]),
)
_PLAIN = ["debrief", "crane", "--plain", "--by", "martha"]


def test_the_prompts(deal: Deal, tmp_path: Path) -> None:
    """The prompts go through the four questions and give the bytes of an answer file."""
    status, seen = talk(deal.folder, _PLAIN, *_TO_THE_STEP, *_TO_THE_END, ("Save this", ""))
    assert status == 0, seen
    for words in ("Warnings from tas check", "53 days (usually 45", "Evidenced: Qualify"):
        assert words in seen
    assert "reset to sales step Develop" in seen
    assert deal.text == by_file(tmp_path / "file")


def test_the_prompts_ask_again(deal: Deal) -> None:
    """An invalid step, finding, verdict or date is asked for again."""
    status, seen = talk(
        deal.folder,
        _PLAIN,
        *_TO_THE_STEP[:3],
        ("Last step completed", "dvelop"),
        ("Did you mean develop.*Last step completed", "2"),
        ("doubtful", "perhaps"),
        ("Answer shown, not shown or doubtful.*doubtful", "s"),
        *_TO_THE_STEP[5:9],
        ("Number, or your own", "A call"),
        ("What you have prepared", "-"),
        ("What was said", ""),
        ("Confirmed or reset", "well"),
        ("Answer confirmed or reset.*reset", "r"),
        ("Reset to", "solution"),
        ("Why", ""),
        ("Enter a few words", "x"),
        ("is already the current step.*reset", "c"),
        ("What needs to be done", "Call"),
        ("Who will do it", ""),
        ("Due", "soon"),
        ("not a date.*Due", "+2w"),
        ("= .* 20.*What needs to be done", ""),
        ("Your verdict", ""),
        ("Save this", ""),
    )
    assert status == 0, seen
    assert "activity: A call\n    step: confirmed\n" in deal.text
    assert "- {what: Call, owner: nicole, due: 2026-12-07}" in deal.text


@pytest.mark.parametrize("after", range(0, 21, 4))
@pytest.mark.parametrize("end", ["\x03", "\x04"])
def test_the_end_of_input_in_the_middle(deal: Deal, after: int, end: str) -> None:
    """Ctrl-C and end of input at any prompt leave the file unchanged, and the output says so."""
    every = [*_TO_THE_STEP, *_TO_THE_END, ("Save this", "")]
    before, (question, _) = every[:after], every[after]
    status, seen = talk(deal.folder, _PLAIN, *before, (question, end))
    assert status == 130
    assert "Nothing was changed" in seen
    assert deal.text == CRANE


def test_a_debrief_that_is_not_saved(deal: Deal) -> None:
    """Answering no to the last question leaves the file unchanged."""
    status, _ = talk(deal.folder, _PLAIN, *_TO_THE_STEP, *_TO_THE_END, ("Save this", "n"))
    assert status == 130
    assert deal.text == CRANE


def test_a_day_with_a_debrief_is_refused_before_the_first_question(deal: Deal) -> None:
    """A date that already has a debrief is refused before the first question."""
    status, seen = talk(deal.folder, [*_PLAIN, "--date", "2026-10-19"])
    assert status == 1
    assert "there is already a debrief on 2026-10-19" in seen


def test_the_prompts_for_a_bare_file(tmp_path: Path) -> None:
    """Without a process there are no outcomes to judge, and the rest is still asked."""
    deal = Deal(tmp_path / "bare", BARE)
    status, seen = talk(
        deal.folder,
        _PLAIN,
        ("Who answers: ", ""),
        ("Last step completed .none", ""),
        ("Number, or your own", "1"),
        ("What you have prepared", ""),
        ("What was said", ""),
        ("Confirmed or reset .*confirmed", ""),
        ("What needs to be done", ""),
        ("Your verdict", "It begins"),
        ("Save this", ""),
    )
    assert status == 0, seen
    assert "There are no outcomes to check." in seen
    assert "activity: opportunity_confirmed" in deal.text
