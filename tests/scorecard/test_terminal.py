"""The real thing: `tas score` in a pseudo-terminal, with real key bytes, the screen read back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest
from score_app import CHOSEN, FLANKING, RATED, TODAY, Deal

TAS = [sys.executable, "-m", "tas_cli"]
_PATIENCE = 30.0


def _environment() -> dict[str, str]:
    """Return the environment without the size of the terminal that runs the tests."""
    return {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "LINES")}


class Terminal:
    """A terminal in which `tas score` runs: keys go in as bytes, the screen is what was drawn."""

    def __init__(self, deal: Deal, columns: int, lines: int, **environment: str) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.process = pexpect.spawn(
            TAS[0],
            [*TAS[1:], "score", "crane"],
            cwd=str(deal.path.parent.parent),
            env={**_environment(), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
            dimensions=(lines, columns),
            timeout=_PATIENCE,
        )

    @property
    def text(self) -> str:
        """The screen as it is now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def shows(self, words: str) -> str:
        """Wait until the screen shows some words, and return it."""
        end = time.monotonic() + _PATIENCE
        quiet = False
        while not quiet or words not in self.text:
            assert time.monotonic() < end, f"no {words!r} in\n{self.text}"
            quiet = not self._read()
        return self.text

    def type(self, keys: str) -> None:
        """Press keys."""
        self.process.send(keys.encode())

    def left(self) -> int | None:
        """Wait for the end, and return the exit status."""
        end = time.monotonic() + _PATIENCE
        while self.process.isalive():
            assert time.monotonic() < end, f"still there:\n{self.text}"
            self._read()
        self.process.close()
        return self.process.exitstatus

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def _read(self) -> bool:
        """Take in what was drawn; False where nothing was."""
        try:
            data: Any = self.process.read_nonblocking(65536, timeout=0.2)  # bytes, as spawned
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        # A keyboard mode that pyte prints instead of obeying.
        self._stream.feed(data.replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        return True


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 50)])
def test_a_person_rates_a_deal(deal: Deal, state: Path, columns: int, lines: int) -> None:
    """Five cells rated, evidence given, saved and left: the file holds it, and the status is 0."""
    terminal = Terminal(deal, columns, lines)
    opened = terminal.shows("[·]" if columns == 80 else "[· ·]")
    assert "20 Strategic value" in opened
    assert "nothing to save" in opened
    terminal.type("+-?+-")
    terminal.shows("5 not saved")
    terminal.type("e")
    terminal.shows("Evidence for #5 Compelling event, Us –")
    terminal.type("No deadline yet\rAnn\r\r\r")
    terminal.shows("Evidence added")
    assert len(list(state.rglob("*.json"))) == 1
    terminal.type("s")
    terminal.shows("Saved 5 cells")
    terminal.type("\x1b[B\x1b[C?")
    terminal.shows("1 not saved")
    terminal.type("u")
    terminal.shows("nothing to save")
    terminal.type("q")
    assert terminal.left() == 0
    added = deal.text.removeprefix(RATED)
    assert added.startswith(f"  - date: {TODAY}\n")
    assert added.count("us:") == 5
    assert f"{{when: {TODAY}, who: Ann, what: No deadline yet}}" in added
    assert list(state.rglob("*.json")) == []


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (160, 50)])
def test_a_person_chooses_and_answers(tmp_path: Path, columns: int, lines: int) -> None:
    """With arrow keys and Enter a strategy is chosen and an answer stated; the file holds both."""
    deal = Deal(tmp_path / "chosen", CHOSEN)
    terminal = Terminal(deal, columns, lines)
    terminal.shows("nothing to save")
    terminal.type("c")
    terminal.shows("Chosen instead: Frontal (Reputation)")
    terminal.type("\x1b[B\x1b[B\x1b[C\r")
    terminal.shows("Why Fragment and not Flanking?")
    terminal.type("a foot in the door\r")
    terminal.shows("Chosen: Fragment, not saved yet.")
    terminal.type("a")
    terminal.shows("Can we compete")
    terminal.type("3yjust so\r")
    terminal.shows("Three to one: your answer is yes.")
    terminal.type("j")
    terminal.shows("Recommended: Frontal")
    terminal.type("s")
    terminal.shows("Saved the strategy and 1 answer.")
    terminal.type("q")
    assert terminal.left() == 0
    assert "  chosen: fragment   # bold\n  variation: niche\n" in deal.text
    assert "  reason: a foot in the door\n" in deal.text
    assert "three_to_one: {answer: yes, because: just so" in deal.text
    assert "from: frontal, to: fragment" in deal.text
    assert deal.text.startswith(FLANKING)


def test_choices_typed_ahead_are_taken_in_order(tmp_path: Path) -> None:
    """Keys for both dialogs that come all at once do what they would have done one by one."""
    deal = Deal(tmp_path / "chosen", CHOSEN)
    terminal = Terminal(deal, 80, 24)
    terminal.shows("nothing to save")
    terminal.type("cjjl\rjail\ra3yjk123\r+c1h\rs/fit\r?sq")
    assert terminal.left() == 0
    assert "  chosen: frontal   # bold\n" in deal.text
    assert "because: jk123" in deal.text
    assert 'customer_project: {us: "+"}' in deal.text.replace("\n        us", " {us").replace(
        '"+"\n', '"+"}\n'
    )


def test_a_killed_session_is_offered_again(deal: Deal) -> None:
    """What was rated before the machine stopped is there at the next start."""
    terminal = Terminal(deal, 80, 24)
    terminal.shows("nothing to save")
    terminal.type("+-")
    terminal.shows("2 not saved")
    time.sleep(0.5)
    terminal.process.kill(signal.SIGKILL)
    terminal.left()
    again = Terminal(deal, 80, 24)
    again.shows("was not saved")
    again.type("r")
    again.shows("2 not saved")
    again.type("\x03")
    again.shows("2 cells are not saved.")
    again.type("s")
    assert again.left() == 0
    assert "business_profile" in deal.text


def test_keys_typed_ahead_are_taken_in_order(deal: Deal) -> None:
    """Keys that come all at once do what they would have done one by one."""
    terminal = Terminal(deal, 80, 24)
    terminal.shows("nothing to save")
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
    terminal = Terminal(deal, 80, 24)
    terminal.shows("nothing to save")
    terminal.resize(160, 50)
    terminal.shows("1 Is there an opportunity?")
    terminal.shows("Customer's application or project")
    terminal.resize(80, 24)
    terminal.type("+")
    shown = terminal.shows("1 not saved")
    assert "20 Strategic value" in shown
    terminal.type("qd")
    assert terminal.left() == 0
    assert deal.text == RATED


def test_no_color_is_honoured(deal: Deal) -> None:
    """With NO_COLOR, no colour reaches the terminal."""
    terminal = Terminal(deal, 80, 24, NO_COLOR="1")
    terminal.shows("nothing to save")
    terminal.type("+")
    terminal.shows("1 not saved")
    drawn = terminal._screen.buffer  # noqa: SLF001 - the colours of the screen's cells
    colours = {cell.fg for line in drawn.values() for cell in line.values()}
    assert colours == {"default"}
    terminal.type("qd")
    assert terminal.left() == 0


@pytest.mark.parametrize("streams", ["stdin", "stdout", "both"])
def test_without_a_terminal(deal: Deal, streams: str) -> None:
    """Without a terminal it says so, names `tas rate`, and ends with 2 at once."""
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
    assert b"tas rate crane 5=+" in done.stderr
