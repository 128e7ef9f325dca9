"""What files hold, each with the one other file on which the answer for it depends, if any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tas_cli.gather.memory import digest
from tas_cli.source.faults import Fault
from tas_cli.source.files import Reader


class Beside(NamedTuple):
    """Which other file of a workspace an answer depends on, besides the file itself.

    `named` returns the id that a file's bytes name, an empty one for none, and depends on nothing
    else; other processes import it. `files` are the others that were come upon in the workspace,
    by id: what a file says leads to one of those or nowhere.
    """

    named: Callable[[bytes], str]
    files: Mapping[str, str]

    def path(self, data: bytes) -> str | None:
        """Return the path of the file that these bytes name; None for none, or one not there."""
        return self.files.get(self.named(data))


class Content(NamedTuple):
    """What a file holds, and what the one beside it does, or why that one cannot be read."""

    data: bytes
    beside: bytes | Fault | None = None

    @property
    def names(self) -> tuple[str, str]:
        """The names of both contents: the second is empty where there is nothing beside."""
        if isinstance(self.beside, Fault):
            return digest(self.data), self.beside.message
        return digest(self.data), "" if self.beside is None else digest(self.beside)


def contents(paths: Sequence[str], root: Path, beside: Beside | None) -> Iterator[Content | Fault]:
    """Yield what files of a workspace hold, or what keeps them from being read, in their order."""
    with Reader(root) as reader, Reader(root) as others:  # each keeps the folder it is in open
        for path in paths:
            data = reader.look(path)
            if isinstance(data, Fault):
                yield data
            else:
                other = beside and beside.path(data)
                yield Content(data, others.look(other) if other else None)
