"""Looking at many files, over several processes where that pays."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tas_cli.gather.content import Beside, Content, contents
from tas_cli.gather.memory import Kept
from tas_cli.source.faults import Fault

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    _Connection = Connection[Any, Any]

Work = Callable[[Sequence[Content]], list[Kept]]
"""Answers the question for what some files hold; other processes import it, so it has a name."""
Progress = Callable[[int], None]
"""Hears how many more files are done."""
_Done = Callable[[int, list["Looked"] | None], None]
"""Hears a handful's number and what came of it, None where nothing did."""
_HANDFUL = 16
"""Files that are worked on together, and after which somebody hears of the progress.

Work that takes all of them through one step before the next is a tenth faster than file by file:
a step's code stays in the processor's caches, and so do the files as long as they are few.
"""
_AHEAD = 2
"""Handfuls another process has before it, so that it need not wait for this one."""


class Looked(NamedTuple):
    """What came of a file: the answer or a fault.

    `digest` is the name of its content, `beside` that of the other file's; where they are needed.
    """

    kept: Kept | None = None
    digest: str = ""
    beside: str = ""
    fault: Fault | None = None

    @property
    def name(self) -> str:
        """The name under which the answer is remembered."""
        return self.digest + self.beside


class Look(NamedTuple):
    """How files of a workspace are looked at; a digest costs a little, and not all need one."""

    root: Path
    work: Work
    beside: Beside | None = None
    digests: bool = False

    def at(self, paths: Sequence[str]) -> list[Looked]:
        """Look at a handful of files, and return what came of each."""
        read = [*contents(paths, self.root, self.beside)]
        kept = iter(self.work([each for each in read if isinstance(each, Content)]))
        return [
            Looked(next(kept), *(each.names if self.digests else ()))
            if isinstance(each, Content)
            else Looked(fault=each)
            for each in read
        ]


def look_at_all(paths: Sequence[str], look: Look, jobs: int, told: Progress) -> list[Looked]:
    """Look at files with so many processes, and return what came of each, in their order.

    This process is one of them. Between its own handfuls it gives out others, so that all
    processes end together; what one that dies has left undone, it does itself.
    """
    handfuls = [paths[first : first + _HANDFUL] for first in range(0, len(paths), _HANDFUL)]
    looked: list[list[Looked]] = [[]] * len(handfuls)
    left = iter(range(len(handfuls)))
    others = [_Other(handfuls, look, left) for _ in range(1, min(jobs, len(handfuls)))]

    def done(number: int, answer: list[Looked] | None) -> None:
        looked[number] = look.at(handfuls[number]) if answer is None else answer
        told(len(handfuls[number]))

    for number in left:
        done(number, None)
        for other in others:
            other.hand_over(done, wait=False)
    for other in others:
        other.hand_over(done, wait=True)
    return [each for handful in looked for each in handful]


class _Other:
    """Another process that looks at handfuls, which it takes from those that are left."""

    def __init__(self, handfuls: Sequence[Sequence[str]], look: Look, left: Iterator[int]) -> None:
        import multiprocessing  # noqa: PLC0415 - few files need none

        self._left = left
        self._given: deque[int] = deque()
        self._alive = True
        # Where a fork is safe it spares every process the imports; elsewhere the system's way.
        if sys.platform == "linux":
            context = multiprocessing.get_context("fork")
        else:
            context = multiprocessing.get_context()
        self._here, there = context.Pipe()
        process = context.Process(
            target=_serve, args=(self._here, there, handfuls, look), daemon=True
        )
        process.start()
        there.close()
        for _ in range(_AHEAD):
            self._give()

    def hand_over(self, done: _Done, *, wait: bool) -> None:
        """Tell what has been answered, None for what never will be, and give out more."""
        while self._given and (wait or self._has_answered()):
            number = self._given.popleft()
            done(number, self._answer())
            self._give()

    def _has_answered(self) -> bool:
        """Whether an answer is there, or never will be."""
        with suppress(OSError):  # Windows says in this way that the other end is gone
            return not self._alive or self._here.poll()
        return True

    def _answer(self) -> list[Looked] | None:
        if self._alive:
            with suppress(EOFError, OSError):
                answer: list[Looked] = self._here.recv()
                return answer
            self._alive = False
        return None

    def _give(self) -> None:
        """Give it one more handful, or let it go when none is left."""
        if self._alive:
            number = next(self._left, None)
            if number is not None:
                self._given.append(number)
            with suppress(OSError):  # that it has died shows when it does not answer
                self._here.send(number)


def _serve(
    here: _Connection, there: _Connection, handfuls: Sequence[Sequence[str]], look: Look
) -> None:
    """Do an other process's part; an interruption is left to the process the user started.

    So is a defect: that process meets it too when nothing comes back, and says so.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    here.close()  # so that it shows when the process that holds the other copy has gone
    with suppress(Exception):
        while (number := there.recv()) is not None:
            there.send(look.at(handfuls[number]))


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
