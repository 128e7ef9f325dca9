"""The operating system's lock on an open file; it ends with the descriptor, or with the process.

What is locked is the file itself, but for Windows: nobody else can read or replace a file that is
locked there, so a file beside it stands for it.
"""

from __future__ import annotations

import errno
import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

BESIDE = sys.platform == "win32"
"""Whether a file next to it is locked instead of the file."""
_NONE = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK)
"""What a file system says that has no locks."""


def take(descriptor: int) -> bool:
    """Lock an open file at once, and return whether there are locks at all.

    Raises:
        BlockingIOError: somebody else holds the lock.
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
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # its first byte, which may be missing
        except PermissionError as error:
            raise BlockingIOError(*error.args) from None
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
