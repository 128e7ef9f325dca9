"""Finding and opening files: only regular files inside the workspace."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from tas_cli.refusals import reason_of
from tas_cli.source.door import Entrance, Place, Stray, below, entered
from tas_cli.source.faults import NOWHERE, Fault
from tas_cli.source.paths import real

SUFFIXES = (".yaml", ".yml")
"""In lower case; files may have them in upper case, as some systems write them."""
MAX_BYTES = 1024 * 1024
"""The largest file. Ten years of weekly assessments of four parties stay far below it."""
MAX_FOLDERS = 32
"""How deep folders are searched."""
_TOO_DEEP = Fault(
    "TAS501",
    f"folders nested more than {MAX_FOLDERS} deep are not searched",
    NOWHERE,
    "move these files closer to the root of the workspace",
)
_NOT_REGULAR = Fault(
    "TAS502",
    "this is not a regular file",
    NOWHERE,
    "replace it with a regular file: tas does not read pipes, devices or folders",
)
_LEADS_OUT = Fault(
    "TAS503",
    "this link points outside the workspace",
    NOWHERE,
    "copy the file or folder into the workspace",
)
_LEADS_NOWHERE = Fault(
    "TAS503", "this link is broken", NOWHERE, "delete the link, or point it at a file that exists"
)


class Unreadable(Exception):  # noqa: N818 - describes a file
    """A file that cannot be read, with the fault that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Found(NamedTuple):
    """A discovered file or folder, and what is wrong with it before anything is read."""

    name: str
    fault: Fault | None = None

    @property
    def path(self) -> Path:
        """Its path, built on demand: for most of tens of thousands of files the name is enough."""
        return Path(self.name)


def discover(folder: Path, root: Path) -> Iterator[Found]:
    """Yield the YAML files under `folder` in a fixed order, by name.

    Hidden folders are skipped. A broken link, or one that points outside `root`, is yielded with
    its fault and not followed; so is a folder that cannot be listed.
    """
    inside = real(root)
    ours = below(os.path.abspath(folder), os.path.abspath(root)) is not None  # noqa: PTH100
    fault = _link_fault(folder, inside) if ours else None
    if fault is not None:
        yield Found(str(folder), fault)
    else:
        yield from _discover(folder, inside, set(), MAX_FOLDERS)


def _discover(folder: Path, root: Path, visited: set[Path], depth: int) -> Iterator[Found]:
    at = real(folder)
    if at in visited:
        return
    visited.add(at)
    if depth == 0:
        yield Found(str(folder), _TOO_DEEP)
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(str(folder), _unreadable(error))
        return
    for entry in entries:
        wanted = entry.name.lower().endswith(SUFFIXES)
        fault = _link_fault(Path(entry.path), root) if entry.is_symlink() else None
        if entry.name.startswith("."):
            continue
        if fault is not None and (wanted or not Path(entry.path).is_file()):
            yield Found(entry.path, fault)
        elif fault is None and entry.is_dir():
            yield from _discover(Path(entry.path), root, visited, depth - 1)
        elif fault is None and wanted:
            yield Found(entry.path)


def _link_fault(path: Path, root: Path) -> Fault | None:
    try:
        target = Path(os.path.realpath(path, strict=True))
    except OSError:
        return _LEADS_NOWHERE
    return None if target.is_relative_to(root) else _LEADS_OUT


class Reader:
    """Reads files of one root, one after the other; use it in a `with` statement."""

    def __init__(self, root: Path, limit: int = MAX_BYTES) -> None:
        self._entrance = Entrance(root)
        self._limit = limit

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what is open."""
        self._entrance.close()

    def look(self, path: str) -> bytes | Fault:
        """Read a file as `read` does, or return the fault that prevents it."""
        try:
            return self.read(path)
        except Unreadable as error:
            return error.fault

    def read(self, path: Path | str) -> bytes:
        """Read a regular file inside the root, at most one byte more than the limit.

        Raises:
            Unreadable: it is not a regular file, is outside the root, or cannot be opened or read.
        """
        try:  # not `with as_faults()`, which would take a tenth of the time for a file
            return _content(self._entrance.open(str(path)), self._limit)
        except OSError as error:
            raise Unreadable(fault_of(error)) from None


def read_bytes(path: Path | str, root: Path | None = None, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file, at most one byte more than `limit`; with `root`, one inside it.

    Raises:
        Unreadable: it is not a regular file, is outside `root`, or cannot be opened or read.
    """
    if root is not None:
        with Reader(root, limit) as reader:
            return reader.read(path)
    with as_faults(), entered(path) as place:
        return read_place(place, limit)


def read_place(place: Place, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file whose folder is held, at most one byte more than `limit`.

    Raises:
        Unreadable: it is not a regular file, or cannot be opened or read.
    """
    with as_faults():
        return _content(place.open(os.O_RDONLY), limit)


@contextmanager
def as_faults() -> Iterator[None]:
    """Turn an OSError into a fault.

    Raises:
        Unreadable: there was an OSError.
    """
    try:
        yield
    except OSError as error:
        raise Unreadable(fault_of(error)) from None


def fault_of(error: OSError) -> Fault:
    """Return the fault for an error that prevented opening a file."""
    if isinstance(error, Stray):
        return _LEADS_OUT if error.out else _LEADS_NOWHERE
    return _NOT_REGULAR if error.errno == errno.ENXIO else _unreadable(error)  # ENXIO: a socket


def _content(descriptor: int, limit: int) -> bytes:
    """Return a regular file's content, at most a byte more than `limit`, and close it."""
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(_NOT_REGULAR)
        # One byte more than the size, so that one call is enough and proves that this is all.
        data = os.read(descriptor, min(status.st_size, limit) + 1)
        if len(data) == status.st_size:
            return data
        with os.fdopen(descriptor, "rb", closefd=False) as rest:
            return data + rest.read(limit + 1 - len(data))
    finally:
        os.close(descriptor)


def _unreadable(error: OSError) -> Fault:
    return Fault(
        "TAS501",
        f"cannot be read: {reason_of(error)}",
        NOWHERE,
        "check that you have permission to read it",
    )
