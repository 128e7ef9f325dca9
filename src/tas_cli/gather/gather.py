"""The answers for many files: remembered where a content is known, else worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tas_cli.gather.memory import Memory, digest
from tas_cli.gather.spread import Look, Looked, Told, Work, look_at_all
from tas_cli.source.files import Reader, Unreadable

_WORTH_IT = 300
"""Files from which on other processes bring more than starting them costs."""


class Way(NamedTuple):
    """How to go about it: what is remembered, how many processes, who hears of the progress.

    Without a memory every file is looked at; `whole` says that these are all files there are.
    """

    memory: Memory | None
    jobs: int
    told: Told
    whole: bool = True


def gathered(
    paths: Sequence[str], root: Path, work: Work, way: Way
) -> Iterator[tuple[str, Looked]]:
    """Yield the answer for each file of a workspace, in their order, and remember the answers."""
    memory = way.memory
    if memory is None:
        yield from zip(paths, _looked(paths, root, work, way), strict=True)
        return
    recalled = _recalled(paths, root, memory, way.told)
    fresh = iter(_looked([path for path in paths if path not in recalled], root, work, way))
    seen = set()
    for path in paths:
        looked = recalled.get(path) or next(fresh)
        if looked.kept is not None:
            seen.add(looked.digest)
            if path not in recalled:
                memory.fresh[looked.digest] = looked.kept
        yield path, looked
    memory.keep(seen if way.whole else None)


def _looked(paths: Sequence[str], root: Path, work: Work, way: Way) -> list[Looked]:
    jobs = way.jobs if len(paths) >= _WORTH_IT else 1
    return look_at_all(paths, Look(root, work, digests=way.memory is not None), jobs, way.told)


def _recalled(paths: Sequence[str], root: Path, memory: Memory, told: Told) -> dict[str, Looked]:
    """Return what is remembered of the files' contents."""
    memory.recall()
    recalled = {}
    with Reader(root) as reader:
        for path in paths if memory.known else ():
            try:
                name = digest(reader.read(path))
            except Unreadable:
                continue
            kept = memory.recalled(name)
            if kept is not None:
                recalled[path] = Looked(name, kept)
    told(len(recalled))
    return recalled
