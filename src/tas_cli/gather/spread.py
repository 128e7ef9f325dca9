"""Does the same with many files or pages, in several processes if that saves time."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tas_cli.gather.content import Content, OtherFile, contents
from tas_cli.gather.memory import Kept
from tas_cli.source.faults import Fault

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    _Connection = Connection[Any, Any]

Work = Callable[[Sequence[Content]], list[Kept]]
"""Answers the question for some contents; other processes import it, so it has a name."""
Progress = Callable[[int], None]
"""Is called with the number of files that have been finished since the last call."""
Item = TypeVar("Item")
Done = TypeVar("Done")
_BATCH = 16
"""Files in a batch; progress is reported after each batch.

Taking a whole batch through one step before the next is a tenth faster than going file by file: a
step's code stays in the processor's caches, and so do the files if they are few.
"""
_AHEAD = 2
"""Batches that another process has queued, so that it does not wait for this one."""


class Looked(NamedTuple):
    """The result for a file: the answer or a fault.

    `digest` names its content, `other` that of the other file; both only if they are needed.
    """

    kept: Kept | None = None
    digest: str = ""
    other: str = ""
    fault: Fault | None = None

    @property
    def name(self) -> str:
        """The name that the answer is remembered under."""
        return self.digest + self.other


class Look(NamedTuple):
    """How to examine a workspace's files; a digest takes a little time, and not all need one."""

    root: Path
    work: Work
    other: OtherFile | None = None
    digests: bool = False

    def at(self, paths: Sequence[str]) -> list[Looked]:
        """Examine a batch of files, and return the result for each."""
        read = [*contents(paths, self.root, self.other)]
        kept = iter(self.work([each for each in read if isinstance(each, Content)]))
        return [
            Looked(next(kept), *(each.names if self.digests else ()))
            if isinstance(each, Content)
            else Looked(fault=each)
            for each in read
        ]


def spread(
    given: Sequence[Item],
    work: Callable[[Sequence[Item]], list[Done]],
    jobs: int,
    progress: Progress,
    size: int = _BATCH,
) -> list[Done]:
    """Do the work in that many processes, a batch of that `size` at a time.

    Return the results, in order. This process is one of them. Between its own batches it hands out
    others, so all processes finish together. It redoes the batches of a process that dies. Where
    each item is a batch of its own, because few are large, no process queues another.
    """
    batches = [given[first : first + size] for first in range(0, len(given), size)]
    results: list[list[Done]] = [[]] * len(batches)
    left = iter(range(len(batches)))
    ahead = _AHEAD if size > 1 else 1
    others = [_Other(batches, work, left, ahead) for _ in range(1, min(jobs, len(batches)))]

    def done(number: int, answer: list[Done] | None) -> None:
        results[number] = work(batches[number]) if answer is None else answer
        progress(len(batches[number]))

    for number in left:
        done(number, None)
        for other in others:
            other.hand_over(done, wait=False)
    for other in others:
        other.hand_over(done, wait=True)
    return [each for batch in results for each in batch]


class _Other(Generic[Item, Done]):
    """Another process that works on batches, which it takes from those that are left."""

    def __init__(
        self,
        batches: Sequence[Sequence[Item]],
        work: Callable[[Sequence[Item]], list[Done]],
        left: Iterator[int],
        ahead: int,
    ) -> None:
        import multiprocessing  # noqa: PLC0415 - few files need none

        self._left = left
        self._given: deque[int] = deque()
        self._alive = True
        # Where a fork is safe, it saves each process the imports; elsewhere, the system's default.
        if sys.platform == "linux":
            context = multiprocessing.get_context("fork")
        else:
            context = multiprocessing.get_context()
        self._here, there = context.Pipe()
        process = context.Process(
            target=_serve, args=(self._here, there, batches, work), daemon=True
        )
        process.start()
        there.close()
        for _ in range(ahead):
            self._give()

    def hand_over(self, done: Callable[[int, list[Done] | None], None], *, wait: bool) -> None:
        """Pass on the results so far, None for those that will never come, and hand out more.

        `done` is called with a batch's number and its results.
        """
        while self._given and (wait or self._has_answered()):
            number = self._given.popleft()
            done(number, self._answer())
            self._give()

    def _has_answered(self) -> bool:
        """Whether there is an answer, or never will be."""
        with suppress(OSError):  # this is how Windows reports that the other end is gone
            return not self._alive or self._here.poll()
        return True

    def _answer(self) -> list[Done] | None:
        if self._alive:
            with suppress(EOFError, OSError):
                answer: list[Done] = self._here.recv()
                return answer
            self._alive = False
        return None

    def _give(self) -> None:
        """Hand out one more batch, or end the process if none is left."""
        if self._alive:
            number = next(self._left, None)
            if number is not None:
                self._given.append(number)
            with suppress(OSError):  # a dead process is noticed when it does not answer
                self._here.send(number)


def _serve(
    here: _Connection,
    there: _Connection,
    batches: Sequence[Sequence[Item]],
    work: Callable[[Sequence[Item]], list[Done]],
) -> None:
    """Do the work of another process; the process that the user started handles interruptions.

    It also reports bugs: it hits the same one when it redoes the batch.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    here.close()  # so that the end of the process with the other copy is noticed
    with suppress(Exception):
        while (number := there.recv()) is not None:
            there.send(work(batches[number]))


def processors() -> int:
    """Return how many processors this process can use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
