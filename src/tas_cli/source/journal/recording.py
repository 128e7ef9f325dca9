"""The command that is running: what the writer notes in the journal under one entry.

The edge of the program begins a recording, and the writer notes each change just before it makes
it. So a process that is killed in between leaves an entry for a change that was never made, which
is recognized by the file's content; never a change without an entry. Without a recording, nothing
is noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from tas_cli.refusals import reason_of


class Recording:
    """A command's changes; `words` are its arguments.

    If it takes an entry back, `undoes` is its id, and `again` the command line that it is known
    by. `problem` says why a change could not be noted, which never stops the change.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.again = ""
        self.undoes = ""
        self.problem = ""
        self.entry: Path | None = None
        self.files: set[str] = set()


_NOW: ContextVar[Recording | None] = ContextVar("recording", default=None)


@contextmanager
def recording(words: Sequence[str]) -> Iterator[Recording]:
    """Record what the command with these words writes."""
    now = Recording(words)
    before = _NOW.set(now)
    try:
        yield now
    finally:
        _NOW.reset(before)


def taking_back(entry: str, command: str) -> None:
    """Say that the running command takes back the entry with this id and command line."""
    now = _NOW.get()
    if now is not None:
        now.undoes, now.again = entry, command


def going_on_as(words: Sequence[str]) -> None:
    """Say that the running command goes on as another one, whose changes are its own entry."""
    now = _NOW.get()
    if now is not None:
        now.words, now.entry, now.files = words, None, set()


def note(path: Path, root: Path, before: bytes | None, after: bytes | None) -> None:
    """Note a change that is about to be made; None is a file that does not exist.

    All files of a command are one entry. A second change to the same file begins another entry: it
    is another save of the same session.
    """
    now = _NOW.get()
    if now is None:
        return
    from tas_cli.source.journal.entries import write  # noqa: PLC0415 - only if something is written

    try:
        write(now, path, root, before, after)
    except OSError as error:
        now.problem = now.problem or reason_of(error)
