"""Writing a file so that it is the old one or the new one, and never a part, whatever happens.

The new content is written beside the file and then takes its name. Whoever writes holds a lock on
what is written, so that what a killed process left behind is known: nobody holds it. The next
writer of the same file clears it away.

A replaced file is another file under the same name: mode and owner are kept, as far as the system
allows; a second hard link to the old one keeps the old content.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex

from tas_cli.source.lock import abandoned, wait_for
from tas_cli.source.paths import real

_SUFFIX = ".tas-tmp"


def write_new_or_replace(path: Path, data: bytes) -> None:
    """Write a file, new or in place of the one that is there, all or nothing.

    The bytes are on the disk when this returns. An existing file keeps its mode and its owner, and
    a link keeps pointing: what it leads to is replaced, so the caller has looked where that is.

    Raises:
        OSError: nothing was changed.
    """
    target = real(path)
    was = _writable(target)
    with _written_beside(target, data, was) as temporary:
        temporary.replace(target)
    _sync_folder(target.parent)


def create(path: Path, data: bytes) -> None:
    """Write a new file, all or nothing, and never over one that is there; folders are made.

    Raises:
        FileExistsError: there is something at `path` already; it is left as it is.
        OSError: nothing was changed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where its folder belongs") from None
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


def _writable(path: Path) -> os.stat_result | None:
    """Return what is known of an existing file, None where there is none.

    A replacement needs no right to the file itself; who made it read-only meant it all the same.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    try:
        was = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if not was.st_mode & 0o222:  # the superuser gets this far
        raise PermissionError(errno.EACCES, "it is read-only", str(path))
    return was


@contextmanager
def _written_beside(target: Path, data: bytes, was: os.stat_result | None) -> Iterator[Path]:
    """Write a temporary file in the target's folder; it is gone afterwards, whatever happens."""
    _clear_leftovers(target)
    temporary, descriptor = _claimed(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if was is not None:
                _keep_owner_and_mode(descriptor, temporary, was)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _claimed(target: Path) -> tuple[Path, int]:
    """Make a temporary file and hold its lock, so that nobody takes it for a leftover."""
    while True:
        temporary = target.with_name(f".{target.name}.{token_hex(8)}{_SUFFIX}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        wait_for(descriptor)
        if os.fstat(descriptor).st_nlink:
            return temporary, descriptor
        os.close(descriptor)  # it was cleared away before it was locked


def _keep_owner_and_mode(descriptor: int, path: Path, was: os.stat_result) -> None:
    """Give a file the owner, the group and the mode of another, as far as the system allows."""
    is_now = os.fstat(descriptor)
    if (is_now.st_uid, is_now.st_gid) != (was.st_uid, was.st_gid):
        for owner in (was.st_uid, -1):
            with suppress(OSError):  # only the superuser gives files away
                os.fchown(descriptor, owner, was.st_gid)
                break
    path.chmod(stat.S_IMODE(was.st_mode))  # afterwards: a change of owner takes bits away


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
            if _is_second_name(leftover, target) or abandoned(leftover):
                leftover.unlink()


def _is_second_name(leftover: Path, target: Path) -> bool:
    """Whether a new file was named, but its temporary name was not taken away any more."""
    return leftover.is_file() and target.exists() and leftover.samefile(target)
