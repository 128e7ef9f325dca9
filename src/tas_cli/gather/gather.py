"""The answers for many files: remembered where a content is known, else worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tas_cli.gather.content import Content, contents
from tas_cli.gather.memory import Memory
from tas_cli.gather.spread import Look, Looked, Progress, look_at_all

_WORTH_IT = 300
"""Files from which on other processes bring more than starting them costs."""


class Way(NamedTuple):
    """How to go about it: what is remembered, how many processes, who hears of the progress.

    Without a memory every file is looked at; `whole` says that these are all files there are.
    """

    memory: Memory | None
    jobs: int
    told: Progress
    whole: bool = True


def gathered(paths: Sequence[str], look: Look, way: Way) -> Iterator[tuple[str, Looked]]:
    """Yield the answer for each file of a workspace, in their order, and remember the answers."""
    memory = way.memory
    if memory is None:
        yield from zip(paths, _looked(paths, look, way), strict=True)
        return
    look = look._replace(digests=True)
    recalled = _recalled(paths, look, memory, way.told)
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
    return look_at_all(paths, look, jobs, way.told)


def _recalled(
    paths: Sequence[str], look: Look, memory: Memory, told: Progress
) -> dict[str, Looked]:
    """Return what is remembered of the files' contents."""
    memory.recall()
    recalled = {}
    known = paths if memory.known else ()
    read = contents(known, look.root, look.beside)
    for path, content in zip(known, read, strict=True):
        if isinstance(content, Content):
            names = content.names
            kept = memory.recalled("".join(names))
            if kept is not None:
                recalled[path] = Looked(kept, *names)
    told(len(recalled))
    return recalled
