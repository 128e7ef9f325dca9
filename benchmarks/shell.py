"""A shell in a terminal of its own, for the benchmarks that press keys."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pyte

PATIENCE = 30.0


class Shell:
    """A shell in a terminal of 80 by 24."""

    def __init__(self, folder: Path, today: str) -> None:
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._process = pexpect.spawn(
            "/bin/sh",
            ["-i"],
            cwd=str(folder),
            env={
                **os.environ,
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "PS1": "$ ",
                "TERM": "xterm-256color",
                "LC_ALL": "C.UTF-8",
                "TAS_TODAY": today,
                "XDG_STATE_HOME": f"{folder}/.state",
                "XDG_CACHE_HOME": f"{folder}/.cache",
            },
            dimensions=(24, 80),
            timeout=PATIENCE,
        )
        self.shows("$")

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        self._process.send(text.encode())

    def shows(self, words: str) -> None:
        """Wait until the screen shows some words, and nothing more comes."""
        end = time.monotonic() + PATIENCE
        quiet = False
        while not quiet or words not in self.text:
            if time.monotonic() > end:
                sys.exit(f"no {words!r} in\n{self.text}")
            quiet = not self._read()

    @property
    def text(self) -> str:
        """The current screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _read(self) -> bool:
        try:
            data: Any = self._process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return False
        self._stream.feed(re.sub(rb"\x1b\[(>\d+|<)u", b"", data))
        return True

    def drain(self) -> None:
        """Take in what has been drawn so far."""
        while self._read():
            pass

    def kill(self) -> None:
        """Kill the program in the foreground without warning, and leave."""
        os.killpg(os.tcgetpgrp(self._process.fileno()), signal.SIGKILL)
        self._process.close(force=True)
