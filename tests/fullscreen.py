"""A full-screen command in a pseudo-terminal: keys go in as bytes, the drawn screen comes out."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from typing import TYPE_CHECKING, Any

import pexpect
import pyte
from terminal import hurried

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 30.0
"""How many seconds to wait for something that does not come; no test measures time."""
_OF_THE_TESTS_OWN_TERMINAL = ("COLUMNS", "LINES")


class Terminal:
    """A terminal in which `tas` runs with some arguments."""

    def __init__(
        self, cwd: Path, *arguments: str, columns: int = 80, lines: int = 24, **environment: str
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.drawn = b""
        inherited = {
            key: text for key, text in os.environ.items() if key not in _OF_THE_TESTS_OWN_TERMINAL
        }
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "tas_cli", *arguments],
            cwd=str(cwd),
            env={**inherited, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
            dimensions=(lines, columns),
            timeout=PATIENCE,
        )
        hurried(self.process)
        assert self.process.pid is not None
        self._pid: int = self.process.pid
        self._at_first = self._attributes()

    @property
    def text(self) -> str:
        """The current screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def shows(self, words: str) -> str:
        """Wait until the screen shows the given words, and return it."""
        end = time.monotonic() + PATIENCE
        quiet = False
        while not quiet or words not in self.text:
            assert time.monotonic() < end, f"no {words!r} in\n{self.text}"
            quiet = not self._read()
        return self.text

    def type(self, keys: str) -> None:
        """Press keys."""
        self.process.send(keys.encode())

    def paste(self, text: str) -> None:
        """Paste a text with bracketed paste."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        os.kill(self._pid, number)

    def stopped(self) -> None:
        """Wait until the process is stopped, as by a shell's job control."""
        _, status = os.waitpid(self._pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        self._read()

    def goes_on(self) -> None:
        """Continue the process on a blank screen, as after a shell's `fg`."""
        self.screen.reset()
        self.signal(signal.SIGCONT)

    def hang_up(self) -> None:
        """Take the terminal away, as when its window closes."""
        os.close(self.process.fileno())

    def left(self) -> int | None:
        """Wait for the end and return the exit status, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            assert time.monotonic() < end, f"still there:\n{self.text}"
            self._read()
        while self._read():
            pass
        status = self.process.exitstatus
        return status if status is not None else -(self.process.signalstatus or 0)

    def resize(self, columns: int, lines: int) -> None:
        """Resize the terminal."""
        self.screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    @property
    def out_of_order(self) -> list[str]:
        """What differs in the terminal from before the command: modes, echo, line mode."""
        modes = {"7": "h", "25": "h"}
        modes |= dict(re.findall(r"\x1b\[\?(\d+)([hl])", self.drawn.decode(errors="replace")))
        usual = {mode: "h" if mode in ("7", "25") else "l" for mode in modes}
        found = [f"?{mode}{state}" for mode, state in modes.items() if state != usual[mode]]
        if self.drawn.count(b"\x1b[>") != self.drawn.count(b"\x1b[<u"):
            found.append("keyboard")
        return found + (["echo or lines"] if self._attributes() != self._at_first else [])

    def _attributes(self) -> list[Any]:
        return termios.tcgetattr(self.process.fileno())[:4]

    def _read(self) -> bool:
        """Take in the output; return False if there was none."""
        try:
            data: Any = self.process.read_nonblocking(65536, timeout=0.1)  # bytes, as spawned
        except (pexpect.TIMEOUT, pexpect.EOF, OSError, ValueError):
            return False
        self.drawn += data
        # A keyboard mode that pyte prints instead of obeying.
        self._stream.feed(re.sub(rb"\x1b\[(>\d+|<)u", b"", data))
        return True
