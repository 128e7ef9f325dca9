"""Writes a file so that it is either the old one or the new one, never partly written.

The new content is written to a temporary file next to it, which then takes its name. The writer
holds a lock on the temporary file, so a leftover of a killed process can be recognized: nobody
holds its lock. The next writer of the same file removes it.

A replaced file is a new file under the same name: mode and owner are kept if the system allows;
another hard link to the old file keeps the old content.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from tas_cli.source import system_lock
from tas_cli.source.door import Place, entered
from tas_cli.source.files import MAX_BYTES, Unreadable, read_place
from tas_cli.source.journal.recording import note
from tas_cli.source.lock import abandoned, locked, wait_for

_SUFFIX = ".tas-tmp"


def write_new_or_replace(path: Path, data: bytes, root: Path | None = None) -> None:
    """Write a file, new or replacing an existing one, all or nothing.

    The bytes are on disk when this returns. An existing file keeps its mode and owner; a link
    stays, and its target is replaced. With `root`, the file must be inside it, and missing folders
    are created.

    Raises:
        OSError: nothing was changed.
    """
    with entered(path, root, make=0o777 if root else 0) as place:
        replace(place, data)


def replace(place: Place, data: bytes, *, private: bool = False) -> None:
    """Do what `write_new_or_replace` does, in a folder that is already held.

    A `private` file replaces whatever has its name, and only the user can read it.
    """
    was = None if private else _writable(place)
    keep = partial(_keep_owner_and_mode, was=was) if was else for_user if private else _as_is
    with _written_beside(place, data, keep) as temporary:
        temporary.take(place)


def create(path: Path, data: bytes, root: Path, *, noted: bool = True) -> None:
    """Write a new file, all or nothing, never over an existing one; missing folders are created.

    No link on its path may lead out of `root`. If `noted`, it is noted in the journal.

    Raises:
        FileExistsError: something is at `path` already; it is left alone.
        OSError: nothing was changed.
    """
    try:
        _make_root(root)
        with entered(path, root, follow=False, make=0o777) as place:
            _create(place, data, partial(note, path, root, None, data) if noted else None)
    except NotADirectoryError:
        raise NotADirectoryError(
            errno.ENOTDIR, "there is a file where its folder should be"
        ) from None


def rename(path: Path, name: str, root: Path, waiting: Callable[[], object] | None = None) -> None:
    """Give a file another name in its folder, under its lock, never over an existing one.

    `waiting` is called if this has to wait for a writer. A link is not followed.

    Raises:
        FileExistsError: something has that name already; nothing was changed.
        OSError: nothing was changed.
    """
    with entered(path, root, follow=False) as place, locked(place, waiting):
        other = place.sibling(name)
        _refuse_existing(other)
        _note_renaming(place, path.with_name(name), root)
        _name(place, other)
        place.unlink()
        place.sync_folder()


def _refuse_existing(place: Place) -> None:
    with suppress(FileNotFoundError):
        place.status()
        raise FileExistsError(place.path)


def _note_renaming(place: Place, target: Path, root: Path) -> None:
    """Note that a file gets another name, as one that is removed and one that is made."""
    with suppress(Unreadable):
        data = read_place(place)
        if len(data) <= MAX_BYTES:
            note(target.with_name(place.path.name), root, data, None)
            note(target, root, None, data)


def _make_root(root: Path) -> None:
    try:
        root.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError from None


def _create(place: Place, data: bytes, before: Callable[[], None] | None) -> None:
    _refuse_existing(place)
    with _written_beside(place, data, _as_is) as temporary:
        if before:
            before()
        _name(temporary, place)


def _name(temporary: Place, place: Place) -> None:
    """Give a file its name; unlike a replacement, fail if the name is taken."""
    try:
        temporary.share(place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: claim the name, then replace what claims it
        os.close(place.open(os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        temporary.take(place)


def _writable(place: Place) -> os.stat_result | None:
    """Return the status of an existing file, None if there is none.

    A replacement needs no permission for the file itself, but read-only files are respected.
    """
    try:
        descriptor = place.open(os.O_WRONLY)
    except FileNotFoundError:
        return None
    try:
        was = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if not was.st_mode & 0o222:  # the superuser gets this far
        raise PermissionError(errno.EACCES, "it is read-only", place.name)
    return was


@contextmanager
def _written_beside(target: Place, data: bytes, prepare: Callable[[int], None]) -> Iterator[Place]:
    """Write a temporary file in the target's folder; it is removed afterward, whatever happens.

    `prepare` gets its descriptor before anything is written. The caller names the file; that name
    is flushed to disk.
    """
    _clear_leftovers(target)
    temporary, descriptor = _claimed(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            prepare(descriptor)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            if system_lock.BESIDE:
                file.close()  # an open file cannot be renamed there
            yield temporary
        target.sync_folder()
    finally:
        temporary.unlink()


def _claimed(target: Place) -> tuple[Place, int]:
    """Create a temporary file and hold its lock, so nobody takes it for a leftover."""
    while True:
        temporary = target.sibling(f".{target.path.name}.{token_hex(8)}{_SUFFIX}")
        descriptor = temporary.open(os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        wait_for(descriptor)
        if os.fstat(descriptor).st_nlink:
            return temporary, descriptor
        os.close(descriptor)  # it was removed before it was locked


def _as_is(_: int) -> None:
    """Leave a new file its default mode."""


def for_user(descriptor: int) -> None:
    """Let only the user read and write an open file, whatever the umask."""
    _set_mode(descriptor, 0o600)


def _keep_owner_and_mode(descriptor: int, was: os.stat_result) -> None:
    """Give a file the owner, group and mode of another, if the system allows."""
    is_now = os.fstat(descriptor)
    owner_is_now = (is_now.st_uid, is_now.st_gid)
    if sys.platform != "win32" and owner_is_now != (was.st_uid, was.st_gid):
        for owner in (was.st_uid, -1):
            with suppress(OSError):  # only the superuser gives files away
                os.fchown(descriptor, owner, was.st_gid)
                break
    _set_mode(descriptor, stat.S_IMODE(was.st_mode))  # last, since a change of owner clears bits


def _set_mode(descriptor: int, mode: int) -> None:
    if hasattr(os, "fchmod"):  # not on Windows
        os.fchmod(descriptor, mode)


def _clear_leftovers(target: Place) -> None:
    """Remove what killed processes left behind from earlier attempts at the same file."""
    start = f".{target.path.name}."
    for name in target.listed():
        if name.startswith(start) and name.endswith(_SUFFIX):
            leftover = target.sibling(name)
            with suppress(OSError):
                if _is_second_name(leftover, target) or abandoned(leftover):
                    leftover.unlink()


def _is_second_name(leftover: Place, target: Place) -> bool:
    """Whether a new file got its name but kept its temporary name as well."""
    with suppress(FileNotFoundError):
        return os.path.samestat(leftover.status(), target.status())
    return False
