"""The contents of files, each with the one other file that its answer depends on, if any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tas_cli.gather.memory import digest
from tas_cli.source.faults import Fault
from tas_cli.source.files import Reader


class OtherFile(NamedTuple):
    """Which other file of a workspace an answer depends on, besides the file itself.

    `named` returns the id that a file's bytes name, or an empty one. It depends on nothing else,
    and other processes import it. `files` are the other files found in the workspace, by id: only
    they can be named.
    """

    named: Callable[[bytes], str]
    files: Mapping[str, str]

    def path(self, data: bytes) -> str | None:
        """Return the path of the file that these bytes name; None if there is no such file."""
        return self.files.get(self.named(data)) if self.files else None

    def of(self, data: bytes, root: Path) -> bytes | Fault | None:
        """Return the bytes of the file that a file's bytes name, None if there is none."""
        path = self.path(data)
        with Reader(root) as reader:
            return reader.look(path) if path else None


class Content(NamedTuple):
    """The content of a file and of the other one, or why that one cannot be read."""

    data: bytes
    other: bytes | Fault | None = None

    @property
    def names(self) -> tuple[str, str]:
        """The names of both contents; the second is empty if there is no other file."""
        if isinstance(self.other, Fault):
            return digest(self.data), self.other.message
        return digest(self.data), "" if self.other is None else digest(self.other)


def contents(
    paths: Sequence[str], root: Path, other: OtherFile | None
) -> Iterator[Content | Fault]:
    """Yield the contents of a workspace's files in order, or what prevents reading them."""
    with Reader(root) as reader, Reader(root) as others:  # each keeps its current folder open
        for path in paths:
            data = reader.look(path)
            if isinstance(data, Fault):
                yield data
            else:
                path_named = other and other.path(data)
                yield Content(data, others.look(path_named) if path_named else None)
