"""The operating system's lock on an open file; it ends with the descriptor, or with the process.

The file itself is locked, except on Windows: a locked file there cannot be read or replaced by
others, so a file next to it is locked instead.
"""

from __future__ import annotations

import errno
import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

BESIDE = sys.platform == "win32"
"""Whether a file next to it is locked instead of the file itself."""
_NONE = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK)
"""The errors of a file system without locks."""


def take(descriptor: int) -> bool:
    """Lock an open file without waiting, and return whether the file system has locks at all.

    Raises:
        BlockingIOError: another process holds the lock.
    """
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno not in _NONE:
            raise
        return False
    return True


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # its first byte, which need not exist
        except PermissionError as error:
            raise BlockingIOError(*error.args) from None
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
