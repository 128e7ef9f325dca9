"""Waits for changes of files by looking at their state again and again, without reading them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tas_cli.places import files_at
from tas_cli.today import todays_date

_PAUSE = 0.5
"""Seconds between two scans of the files."""
State = dict[str, object]
"""The state of all files; it differs if any file has changed."""


def changes(state: Callable[[], State]) -> Iterator[None]:
    """Yield at once, and after every change of the state, until the process is interrupted."""
    gc.enable()  # other commands are short-lived; this one is not
    seen = state()
    yield
    while True:
        time.sleep(_PAUSE)
        now = state()
        if now != seen:
            seen = now  # the next scan sees changes made meanwhile
            yield


def state_of(places: list[Path], root: Path, *more: Path) -> State:
    """Return the files at some places and a few more, and when each last changed.

    The day is part of it, since ratings become stale overnight.
    """
    paths = [*(each.path for each in files_at(places, root)), *more]
    return {"": todays_date(), **{str(path): _stamp(path) for path in paths}}


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode
