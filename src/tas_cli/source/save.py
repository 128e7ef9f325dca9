"""Writing a file so that it is the old one or the new one, and never a part, whatever happens."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    with _written_beside(target, data, _mode(target)) as temporary:
        temporary.replace(target)
    _sync_folder(target.parent)


def create(path: Path, data: bytes) -> None:
    """Write a new file, all or nothing, and never over one that is there; folders are made.

    Raises:
        FileExistsError: there is something at `path` already; it is left as it is.
        OSError: nothing was changed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    with _written_beside(path, data, None) as temporary:
        _name(temporary, path)
    _sync_folder(path.parent)


def _name(temporary: Path, path: Path) -> None:
    """Give a written file its name; unlike a replacement, it fails where the name is taken."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: claim the name, then replace what claims it
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        temporary.replace(path)


@contextmanager
def _written_beside(target: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """Write a temporary file in the target's folder; it is gone afterwards, whatever happens."""
    temporary = target.with_name(f".{target.name}.{token_hex(8)}{_SUFFIX}")
    try:
        _write_through(temporary, data, mode)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


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
