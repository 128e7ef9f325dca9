"""The answers for many files: from the cache if the content is known, otherwise computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tas_cli.gather.content import Content, contents
from tas_cli.gather.memory import Memory
from tas_cli.gather.spread import Look, Looked, Progress, spread

_WORTH_IT = 300
"""With this many files, other processes save more time than it takes to start them."""


class Way(NamedTuple):
    """How to gather: the cache, the number of processes, and where progress is reported.

    Without a memory every file is read; `whole` says that these are all the files there are.
    """

    memory: Memory | None
    jobs: int
    progress: Progress
    whole: bool = True


def gathered(paths: Sequence[str], look: Look, way: Way) -> Iterator[tuple[str, Looked]]:
    """Yield the answer for each file of a workspace, in order, and remember the answers."""
    memory = way.memory
    if memory is None:
        yield from zip(paths, _looked(paths, look, way), strict=True)
        return
    look = look._replace(digests=True)
    recalled = _recalled(paths, look, memory, way.progress)
    fresh = iter(_looked([path for path in paths if path not in recalled], look, way))
    seen = set()
    for path in paths:
        looked = recalled.get(path) or next(fresh)
        if looked.kept is not None:
            seen.add(looked.name)
            if path not in recalled:
                memory.fresh[looked.name] = looked.kept
        yield path, looked
    memory.keep(seen if way.whole else None)


def _looked(paths: Sequence[str], look: Look, way: Way) -> list[Looked]:
    jobs = way.jobs if len(paths) >= _WORTH_IT else 1
    return spread(paths, look.at, jobs, way.progress)


def _recalled(
    paths: Sequence[str], look: Look, memory: Memory, progress: Progress
) -> dict[str, Looked]:
    """Return the answers that are known for the files' contents."""
    memory.recall()
    recalled = {}
    known = paths if memory.known else ()
    read = contents(known, look.root, look.other)
    for path, content in zip(known, read, strict=True):
        if isinstance(content, Content):
            names = content.names
            kept = memory.recalled("".join(names))
            if kept is not None:
                recalled[path] = Looked(kept, *names)
    progress(len(recalled))
    return recalled
