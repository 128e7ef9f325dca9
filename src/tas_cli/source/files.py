"""Finding and opening files: regular files inside the workspace, whatever else lies about."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Span
from tas_cli.source.paths import real

SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 1024 * 1024
"""A file's size. Ten years of weekly assessments of four parties stay far below it."""
MAX_FOLDERS = 32
"""How deep folders are searched."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Refuses a link while opening, which saves a look at every file; not on every system."""
_NO_SPAN = Span(0, 0)
_TOO_DEEP = Fault(
    "TAS501",
    f"folders nested more than {MAX_FOLDERS} deep are not searched",
    _NO_SPAN,
    "move what is in it further up",
)


class Unreadable(Exception):  # noqa: N818 - said of a file
    """A file that cannot be read, with the fault that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Found(NamedTuple):
    """A file or folder that was come upon, and what is wrong with it before anything is read."""

    name: str
    fault: Fault | None = None

    @property
    def path(self) -> Path:
        """Its path; of tens of thousands of files only the name is needed, and that is quicker."""
        return Path(self.name)


def discover(folder: Path, root: Path) -> Iterator[Found]:
    """Yield the YAML files under `folder`, by name, in a fixed order.

    Hidden folders are left out. A link that leads out of `root`, or nowhere, is yielded with its
    fault and not followed; so is a folder that cannot be listed.
    """
    inside = real(root)
    fault = _link_fault(folder, inside) if folder.is_symlink() else None
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
        wanted = entry.name.endswith(SUFFIXES)
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
        return Fault("TAS503", "a link that leads nowhere", _NO_SPAN, "remove the link")
    if target.is_relative_to(root):
        return None
    return Fault(
        "TAS503",
        "a link that leads out of the workspace",
        _NO_SPAN,
        "copy the file or folder into the workspace",
    )


def read_bytes(path: Path | str, root: Path | None = None) -> bytes:
    """Read a regular file, at most one byte more than is allowed.

    With `root`, a link must stay inside it.

    Raises:
        Unreadable: it is no regular file, leads out of `root`, or cannot be opened or read.
    """
    try:
        if root is None:
            return _read(path)
        return _read_in(path, root)
    except OSError as error:
        socket = error.errno == errno.ENXIO
        raise Unreadable(_not_regular() if socket else _unreadable(error)) from None


def _read_in(path: Path | str, root: Path) -> bytes:
    """Read what is no link, and a link only after looking where it leads."""
    try:
        if _NO_LINK:
            return _read(path, _NO_LINK)
    except OSError:
        if not os.path.islink(path):  # noqa: PTH114 - a name will do
            raise
    if os.path.islink(path):  # noqa: PTH114
        fault = _link_fault(Path(path), real(root))
        if fault is not None:
            raise Unreadable(fault)
    return _read(path)


def _read(path: Path | str, flags: int = 0) -> bytes:
    # Without O_NONBLOCK, opening a FIFO would wait for a writer for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | flags)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(_not_regular())
        # One byte more than there is, so that one call is enough and shows that it was all.
        data = os.read(descriptor, min(status.st_size, MAX_BYTES) + 1)
        if len(data) == status.st_size:
            return data
        with os.fdopen(descriptor, "rb", closefd=False) as rest:
            return data + rest.read(MAX_BYTES + 1 - len(data))
    finally:
        os.close(descriptor)


def _not_regular() -> Fault:
    return Fault(
        "TAS502",
        "this is no regular file",
        _NO_SPAN,
        "pipes, devices and folders are not read; put an ordinary file there",
    )


def _unreadable(error: OSError) -> Fault:
    reason = (error.strerror or str(error)).lower()
    return Fault("TAS501", f"cannot be read: {reason}", _NO_SPAN, "mend the file's permissions")
