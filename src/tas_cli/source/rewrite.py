"""Changes a file in place: read, change, note in the journal and replace under its lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tas_cli.source.door import entered
from tas_cli.source.files import read_bytes, read_place
from tas_cli.source.journal.recording import note
from tas_cli.source.lock import locked
from tas_cli.source.save import replace

Result = TypeVar("Result")


def rewrite(
    path: Path,
    root: Path,
    change: Callable[[bytes], tuple[bytes | None, Result]],
    *,
    dry_run: bool = False,
    waiting: Callable[[], object] | None = None,
) -> Result:
    """Change a file inside a root, and return the result that comes with its new content.

    Without a new content, the file is removed. What is about to be done is noted in the journal.
    The change is repeated if a program that takes no lock has written the file meanwhile. With
    `dry_run` nothing is written; `waiting` is called if this has to wait for another writer.

    Raises:
        Unreadable: it cannot be read.
        OSError: it cannot be locked or written; it is unchanged.
    """
    if dry_run:
        return change(read_bytes(path, root))[1]
    with entered(path, root) as place, locked(place, waiting):
        while True:
            before = read_place(place)
            after, result = change(before)
            if after == before:
                return result
            if read_place(place) == before:
                note(path, root, before, after)
                if after is None:
                    place.unlink()
                    place.sync_folder()
                else:
                    replace(place, after)
                return result
