"""Shows the progress of a long call to whoever waits for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tas_cli.commands.display import is_accessible
from tas_cli.gather.spread import Progress

_MANY = 500
"""With this many files, a person at a terminal wants to see progress."""


@contextmanager
def progress(what: str, files: int) -> Iterator[Progress]:
    """Yield a function to report progress to: a bar on a terminal if there is much to do."""
    if files < _MANY or not sys.stderr.isatty() or is_accessible():
        yield lambda _: None
        return
    from tas_cli.views.terminal.progress import progress_bar  # noqa: PLC0415 - only on a terminal

    with progress_bar(what, files) as advance:
        yield advance
