"""Writing a file so that it is the old one or the new one, and never a part, whatever happens."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from glob import escape
from pathlib import Path
from secrets import token_hex

_SUFFIX = ".tas-tmp"
_LEFT_BEHIND = 3600.0
"""Seconds after which a temporary file belongs to a process that was killed."""


def write_new_or_replace(path: Path, data: bytes) -> None:
    """Write a file, new or in place of the one that is there, all or nothing.

    The bytes are on the disk when this returns. An existing file keeps its mode, and a link keeps
    pointing: what it leads to is replaced, so the caller has looked where that is.

    Raises:
        OSError: nothing was changed.
    """
    target = path.resolve()
    _clear_leftovers(target)
    temporary = target.with_name(f".{target.name}.{token_hex(8)}{_SUFFIX}")
    try:
        _write_through(temporary, data, _mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _write_through(path: Path, data: bytes, mode: int | None) -> None:
    """Write a new file down to the disk; without a mode it gets what the umask leaves."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mode(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Make the new name last; where folders cannot be synced, the file is in place all the same."""
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is None:  # Windows
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | flag)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear_leftovers(target: Path) -> None:
    """Remove what killed processes left of earlier attempts at the same file."""
    for leftover in target.parent.glob(f".{escape(target.name)}.*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - leftover.lstat().st_mtime > _LEFT_BEHIND:
                leftover.unlink()
