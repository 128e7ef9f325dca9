"""`tas check --watch`: checks again whenever a file changes, until it is interrupted."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tas_cli.checking import baseline
from tas_cli.commands.outputs import CheckResult
from tas_cli.commands.standard_error import print_refusal
from tas_cli.places import files_at, find_root
from tas_cli.refusals import Refusal
from tas_cli.today import todays_date

_PAUSE = 0.5
"""Seconds between two scans of the files."""
_CLEAR = "\x1b[2J\x1b[H"

State = dict[str, object]
"""The state of all files; it differs if any file has changed."""


def watch(
    names: list[str] | None, check: Callable[[], CheckResult], show: Callable[[CheckResult], None]
) -> NoReturn:
    """Check and report, now and after every change; a wrong call ends it at the first attempt.

    Ctrl-C ends it like every command, with status 130.
    """
    gc.enable()  # other commands are short-lived; this one is not
    seen = _state(names)
    _show_again(check(), show)
    while True:
        time.sleep(_PAUSE)
        now = _state(names)
        if now == seen:
            continue
        seen = now  # the next scan sees changes made during the check
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
    """Return the files to check and when each last changed, without reading them.

    The day is part of it, since ratings become stale overnight.
    """
    named = [Path(name) for name in names or () if Path(name).exists()]
    root = find_root(named[0] if named else Path.cwd())
    found = files_at([root, *named], root)
    paths = [*(each.path for each in found), root / baseline.FILE]
    return {"": todays_date(), **{str(path): _stamp(path) for path in paths}}


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode
