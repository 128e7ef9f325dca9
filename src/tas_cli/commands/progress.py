"""How far a long call has come, for whoever waits for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tas_cli.gather.spread import Progress

_MANY = 500
"""Files from which on a person at a terminal wants to see that it goes on."""


@contextmanager
def progress(what: str, files: int) -> Iterator[Progress]:
    """Yield what hears of the progress; a bar on a terminal, where there is much to do."""
    if files < _MANY or not sys.stderr.isatty():
        yield lambda _: None
        return
    from tas_cli.views.terminal.progress import progress_bar  # noqa: PLC0415 - for a terminal

    with progress_bar(what, files) as told:
        yield told
