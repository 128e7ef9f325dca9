"""`tas check --watch`: checks again whenever a file changes, until it is interrupted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tas_cli.checking import baseline
from tas_cli.commands.outputs import CheckResult
from tas_cli.commands.polling import State, changes, state_of
from tas_cli.commands.standard_error import print_refusal
from tas_cli.places import find_root
from tas_cli.refusals import Refusal

_CLEAR = "\x1b[2J\x1b[H"


def watch(
    names: list[str] | None, check: Callable[[], CheckResult], show: Callable[[CheckResult], None]
) -> None:
    """Check and report, now and after every change; a wrong call ends it at the first attempt.

    Ctrl-C ends it like every command, with status 130.
    """
    scans = changes(partial(_state, names))
    next(scans)
    _show_again(check(), show)
    for _ in scans:
        try:
            _show_again(check(), show)
        except Refusal as gone:  # a named file has disappeared, for a while or for good
            _clear()
            print_refusal(gone)
            _print_time()


def _show_again(result: CheckResult, show: Callable[[CheckResult], None]) -> None:
    _clear()
    show(result)
    sys.stdout.flush()
    _print_time()


def _clear() -> None:
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def _print_time() -> None:
    sys.stderr.write(f"Checked at {time.strftime('%H:%M:%S')}. Press Ctrl-C to stop.\n")
    sys.stderr.flush()


def _state(names: list[str] | None) -> State:
    """Return the state of the files to check."""
    named = [Path(name) for name in names or () if Path(name).exists()]
    root = find_root(named[0] if named else Path.cwd())
    return state_of([root, *named], root, root / baseline.FILE)
