"""What may take a file's place: add a later kind as one line in `DOORS`."""

from __future__ import annotations

import os
import socket
from contextlib import chdir
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Door(NamedTuple):
    """Puts something at a path; the second path is a file outside the workspace.

    With `below` it takes the place of the path's folder; `filled` means that the folder outside has
    a file of that name.
    """

    name: str
    put: Callable[[Path, Path], object]
    below: bool = False
    filled: bool = False

    def __str__(self) -> str:
        """Return the name for a test's id."""
        return self.name


def _socket(path: Path, _: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)  # a socket's path may not be long


def _huge(path: Path, _: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1024**4)


def _folder_out(path: Path, outside: Path) -> None:
    """Let the folder link out, to where no file has the name yet."""
    path.parent.rename(path.parent.with_name(path.parent.name + "-was"))
    path.parent.symlink_to(outside.parent)


def _folder_out_to_such(path: Path, outside: Path) -> None:
    """Let the folder link out, to where a file has the expected name."""
    outside.with_name(path.name).write_bytes(outside.read_bytes())
    _folder_out(path, outside)


def _folder_in_a_circle(path: Path, _: Path) -> None:
    path.parent.rename(path.parent.with_name(path.parent.name + "-was"))
    path.parent.symlink_to(path.parent.name)


DOORS = (
    Door("link-out", lambda path, outside: path.symlink_to(outside)),
    Door("link-to-itself", lambda path, _: path.symlink_to(path.name)),
    Door("link-to-nowhere", lambda path, _: path.symlink_to("nowhere.yaml")),
    Door("link-to-an-endless-device", lambda path, _: path.symlink_to("/dev/zero")),
    Door("fifo", lambda path, _: os.mkfifo(path)),
    Door("socket", _socket),
    Door("folder", lambda path, _: path.mkdir()),
    Door("terabyte", _huge),
    Door("folder-out", _folder_out, below=True),
    Door("folder-out-to-such", _folder_out_to_such, below=True, filled=True),
    Door("folder-in-a-circle", _folder_in_a_circle, below=True),
)
