"""Looking at many files, over several processes where that pays."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.gather.memory import Kept, digest
from tas_cli.source.faults import Fault
from tas_cli.source.files import Unreadable, read_bytes

Work = Callable[[bytes], Kept]
"""Answers the question for one file's bytes; other processes import it, so it has a name."""
Told = Callable[[int], None]
"""Hears how many more files are done."""
_CHUNK = 64


class Looked(NamedTuple):
    """What came of a file: its content's digest and the answer, or why it cannot be read."""

    digest: str = ""
    kept: Kept | None = None
    fault: Fault | None = None


def look_at(path: str, root: Path, work: Work) -> Looked:
    """Look at one file of a workspace."""
    try:
        data = read_bytes(path, root)
    except Unreadable as error:
        return Looked(fault=error.fault)
    return Looked(digest(data), work(data))


def look_at_all(
    paths: Sequence[str], root: Path, work: Work, jobs: int, told: Told
) -> Iterator[Looked]:
    """Look at files with so many processes, and yield what came of each, in their order."""
    chunks = [paths[at : at + _CHUNK] for at in range(0, len(paths), _CHUNK)]
    each = partial(_look_at_each, root=root, work=work)
    done = 0
    for looked in _side_by_side(each, chunks, jobs):
        yield from looked
        done += 1
        told(len(looked))
    for chunk in chunks[done:]:  # where there are no other processes, or they died
        yield from each(chunk)
        told(len(chunk))


def _look_at_each(paths: Sequence[str], root: Path, work: Work) -> list[Looked]:
    return [look_at(path, root, work) for path in paths]


def _side_by_side(
    work: Callable[[Sequence[str]], list[Looked]], chunks: list[Sequence[str]], jobs: int
) -> Iterator[list[Looked]]:
    """Yield the chunks' results in order, as far as other processes get."""
    if jobs < 2:
        return
    import multiprocessing  # noqa: PLC0415 - few files need none
    from concurrent.futures.process import (  # noqa: PLC0415
        BrokenProcessPool,
        ProcessPoolExecutor,
    )

    # Where a fork is safe it spares every process the imports; elsewhere the system's way is best.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    try:
        with ProcessPoolExecutor(jobs, context, initializer=_be_a_worker) as pool:
            try:
                yield from pool.map(work, chunks)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except (BrokenProcessPool, OSError):
        return


def _be_a_worker() -> None:
    """Leave an interruption to the process that was started by the user."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
