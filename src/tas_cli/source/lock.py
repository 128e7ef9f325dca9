"""One writer at a time: a lock on the file itself, which leaves nothing behind.

A writer replaces the file, so a lock is only good if what it holds is still what has the name.
Whoever waited for a file that was replaced meanwhile locks the new one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: no lock, and the writer compares once more before it replaces
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file for a read-change-write; waits for whoever holds it.

    Raises:
        OSError: the file cannot be opened.
    """
    descriptor = _lock(path)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if _still_named(descriptor, path):
            return descriptor
        os.close(descriptor)


def _still_named(descriptor: int, path: Path) -> bool:
    held = os.fstat(descriptor)
    try:
        named = path.stat()
    except FileNotFoundError:
        return True  # it was removed: reading it will say so
    return (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
