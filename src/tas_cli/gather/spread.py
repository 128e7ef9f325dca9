"""Looking at many files, over several processes where that pays."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tas_cli.gather.memory import Kept, digest
from tas_cli.source.faults import Fault
from tas_cli.source.files import Unreadable, read_bytes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Work = Callable[[Sequence[bytes]], list[Kept]]
"""Answers the question for some files' bytes; other processes import it, so it has a name."""
Told = Callable[[int], None]
"""Hears how many more files are done."""
_HANDFUL = 16
"""Files that are worked on together, and after which somebody hears of the progress.

Work that takes all of them through one step before the next is a tenth faster than file by file:
a step's code stays in the processor's caches, and so do the files as long as they are few.
"""


class Looked(NamedTuple):
    """What came of a file: its content's digest and the answer, or why it cannot be read."""

    digest: str = ""
    kept: Kept | None = None
    fault: Fault | None = None


def look_at(paths: Sequence[str], root: Path, work: Work) -> list[Looked]:
    """Look at a handful of files of a workspace, and return what came of each."""
    read = [_read(path, root) for path in paths]
    kept = iter(work([data for data in read if isinstance(data, bytes)]))
    return [
        Looked(digest(data), next(kept)) if isinstance(data, bytes) else Looked(fault=data)
        for data in read
    ]


def _read(path: str, root: Path) -> bytes | Fault:
    try:
        return read_bytes(path, root)
    except Unreadable as error:
        return error.fault


def look_at_all(
    paths: Sequence[str], root: Path, work: Work, jobs: int, told: Told
) -> list[Looked]:
    """Look at files with so many processes, and return what came of each, in their order.

    This process is one of them. The files are dealt out like cards: those beside each other are
    often of a kind.
    """
    jobs = max(1, min(jobs, len(paths)))
    hands = [paths[first::jobs] for first in range(jobs)]
    others = [_Other(hand, root, work) for hand in hands[1:]]
    looked = [_look_at_each(hands[0], root, work, lambda done: told(done * jobs))]
    looked += [other.looked(told) for other in others]
    return [each for row in zip_longest(*looked) for each in row if each is not None]


def _look_at_each(paths: Sequence[str], root: Path, work: Work, told: Told) -> list[Looked]:
    looked = []
    for first in range(0, len(paths), _HANDFUL):
        handful = paths[first : first + _HANDFUL]
        looked += look_at(handful, root, work)
        told(len(handful))
    return looked


class _Other:
    """Another process that looks at some of the files; where it dies, this one does its part."""

    def __init__(self, paths: Sequence[str], root: Path, work: Work) -> None:
        import multiprocessing  # noqa: PLC0415 - few files need none

        self._part = (paths, root, work)
        # Where a fork is safe it spares every process the imports; elsewhere the system's way.
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(sender, *self._part), daemon=True)
        self._process.start()
        sender.close()

    def looked(self, told: Told) -> list[Looked]:
        """Wait for what came of its files."""
        try:
            looked: list[Looked] = self._receiver.recv()
        except (EOFError, OSError):
            return _look_at_each(*self._part, told)
        self._process.join()
        return looked


def _send(
    sender: Connection[list[Looked], None], paths: Sequence[str], root: Path, work: Work
) -> None:
    """Do an other process's part; an interruption is left to the process the user started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sender.send(_look_at_each(paths, root, work, lambda _: None))
    sender.close()


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
