"""One writer at a time: a lock on the file itself, which leaves nothing behind.

On Windows, where a locked file cannot be replaced, the lock is on `.NAME.lock` next to it, which is
never removed: discovery skips it, and the workspace's `.gitignore` hides it from git.

A writer replaces the file, so a lock is valid only while the locked file still has the name. A
process that waited for a file that was replaced meanwhile locks the new one. A lock ends with its
process, however that ends. Nobody waits forever: a process that holds a lock for long does more
than write.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from tas_cli.source import system_lock
from tas_cli.source.door import Place

SILENCE = 0.5
"""Seconds before `waiting` is called: a writer needs far less."""
PATIENCE = 30.0
"""Seconds after which a writer gives up."""
_PAUSE = 0.005


class Busy(TimeoutError):  # noqa: N818 - describes a file
    """Another process held the lock until we gave up."""


@contextmanager
def locked(place: Place, waiting: Callable[[], object] | None = None) -> Iterator[None]:
    """Hold the lock of a file for a read-change-write, waiting for any other holder.

    `waiting` is called once if that takes longer than a writer needs.

    Raises:
        Busy: another process held it all the time.
        OSError: the file cannot be opened for writing.
    """
    descriptor = _lock(place, _Wait(waiting))
    try:
        yield
    finally:
        os.close(descriptor)


class _Wait:
    """The time spent waiting for one file, even if it is replaced meanwhile."""

    def __init__(self, waiting: Callable[[], object] | None = None) -> None:
        self._began = monotonic()
        self._waiting = waiting

    def pause(self) -> None:
        """Wait for a moment."""
        waited = monotonic() - self._began
        if waited >= SILENCE and self._waiting is not None:
            self._waiting()
            self._waiting = None
        if waited >= PATIENCE:
            raise Busy
        sleep(_PAUSE)


def _lock(place: Place, wait: _Wait) -> int:
    # For writing, because network file systems exclude other writers only then.
    flags = os.O_RDWR
    if system_lock.BESIDE:
        os.close(place.open(flags))  # fails for a file that is missing or not ours
        place, flags = place.sibling(f".{place.path.stem}.lock"), flags | os.O_CREAT
    while True:
        descriptor = place.open(flags)
        try:
            wait_for(descriptor, wait)
            if _still_named(descriptor, place):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def wait_for(descriptor: int, wait: _Wait | None = None) -> None:
    """Take an open file's lock as soon as it is free; closing the descriptor releases it.

    Raises:
        Busy: another process held it all the time.
    """
    wait = wait or _Wait()
    while True:
        try:
            system_lock.take(descriptor)
        except BlockingIOError:
            wait.pause()
        else:
            return


def abandoned(place: Place) -> bool:
    """Whether a file's lock is free; False if that cannot be known.

    Raises:
        OSError: the file cannot be opened.
    """
    descriptor = place.open(os.O_RDWR)
    try:
        return system_lock.take(descriptor)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)


def _still_named(descriptor: int, place: Place) -> bool:
    held = os.fstat(descriptor)
    try:
        named = place.status()
    except FileNotFoundError:
        return True  # it was removed: reading it will report that
    return (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
