"""One writer at a time: a lock on the file itself, which leaves nothing behind.

A writer replaces the file, so a lock is only good if what it holds is still what has the name.
Whoever waited for a file that was replaced meanwhile locks the new one. A lock ends with its
process, however that ends.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: no lock, and the writer compares once more before it replaces
    fcntl = None  # type: ignore[assignment]

_NO_LOCKS = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK)
"""What a file system says that has none; there it is as on Windows."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file for a read-change-write; waits for whoever holds it.

    Raises:
        OSError: the file cannot be opened for writing.
    """
    descriptor = _lock(path)
    try:
        yield
    finally:
        os.close(descriptor)


def _lock(path: Path) -> int:
    while True:
        # For writing, because network file systems lock nothing else against other writers.
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
        try:
            wait_for(descriptor)
            if _still_named(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def wait_for(descriptor: int) -> None:
    """Take an open file's lock, when it is free; it is held until the descriptor is closed."""
    _flock(descriptor, wait=True)


def abandoned(path: Path) -> bool:
    """Whether nobody holds a file's lock; not so where that cannot be known.

    Raises:
        OSError: the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        return _flock(descriptor, wait=False)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)


def _flock(descriptor: int, *, wait: bool) -> bool:
    """Lock, and return whether there are locks at all."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        return False
    return True


def _still_named(descriptor: int, path: Path) -> bool:
    held = os.fstat(descriptor)
    try:
        named = path.stat()
    except FileNotFoundError:
        return True  # it was removed: reading it will say so
    return (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
