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
from tas_cli.commands.outputs import Told
from tas_cli.commands.standard_error import say_refusal
from tas_cli.places import files_at, find_root
from tas_cli.refusals import Refusal
from tas_cli.today import todays_date

_PAUSE = 0.5
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[H"

State = dict[str, object]
"""What a change of any file changes."""


def watch(
    names: list[str] | None, check: Callable[[], Told], tell: Callable[[Told], None]
) -> NoReturn:
    """Check and tell, now and after every change; a wrong call ends it at the first attempt.

    Ctrl-C ends it as it ends every command, with status 130.
    """
    gc.enable()  # a command's life is short; this one's is not
    seen = _state(names)
    _told_anew(check(), tell)
    while True:
        time.sleep(_PAUSE)
        now = _state(names)
        if now == seen:
            continue
        seen = now  # what changes while they are checked is seen by the next look
        try:
            _told_anew(check(), tell)
        except Refusal as gone:  # a file that was named, for a while or for good
            _clear()
            say_refusal(gone)
            _say_when()


def _told_anew(told: Told, tell: Callable[[Told], None]) -> None:
    _clear()
    tell(told)
    sys.stdout.flush()
    _say_when()


def _clear() -> None:
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def _say_when() -> None:
    sys.stderr.write(f"Checked at {time.strftime('%H:%M:%S')}; Ctrl-C ends it.\n")
    sys.stderr.flush()


def _state(names: list[str] | None) -> State:
    """Return what there is to check, and when each file last changed; nothing is read.

    The day is part of it: ratings grow stale over night.
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
