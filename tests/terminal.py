"""The command line at a terminal of its own, answered the way a person would."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pexpect
from cli import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS = 30
"""How many seconds to wait for a question that does not come; no test measures time."""


def hurried(child: Any) -> None:
    """Do without the pauses that pexpect makes before each key and after a terminal is closed."""
    child.delaybeforesend = None
    child.ptyproc.delayafterclose = 0


def talk(
    cwd: Path,
    arguments: list[str],
    *answers: tuple[str, str | Callable[[], object]],
    env: dict[str, str] | None = None,
) -> tuple[int, str]:
    """Run a command line; answer each question (a pattern), or do something else.

    Return the exit status and everything shown on the screen.
    """
    environment: Any = {
        **os.environ,
        "TAS_TODAY": TODAY,
        "TERM": "dumb",
        "NO_COLOR": "1",
        **(env or {}),
    }
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tas_cli", *arguments],
        cwd=str(cwd),
        env=environment,
        encoding="utf-8",
        timeout=SECONDS,
        dimensions=(40, 100),
    )
    hurried(child)
    seen = ""
    for question, answer in answers:
        child.expect(question)
        seen += str(child.before) + str(child.after)
        if callable(answer):
            answer()
        elif answer in ("\x03", "\x04"):
            child.send(answer)
        else:
            child.sendline(answer)
    child.expect(pexpect.EOF)
    seen += str(child.before)
    child.wait()
    child.close()
    return child.exitstatus if child.exitstatus is not None else -1, seen
