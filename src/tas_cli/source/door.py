"""The door to files: opens a path part by part and lets none lead out of the root.

Folders are opened one by one from the root, and none may be a link. Everything in a folder is done
through its descriptor, whatever happens to its name meanwhile. Links that stay inside the root are
resolved first; the resulting path is then opened the same way. On systems without such descriptors
(Windows), a path is checked just before it is used.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tas_cli.source.paths import real

NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Makes opening a link fail; not available on every system."""
NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""Without it, opening a FIFO would wait forever for its other end."""
_TO_READ = os.O_RDONLY | NO_LINK | NO_WAIT
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
_CALLS = {os.open, os.stat, os.link, os.rename, os.unlink, os.mkdir}
_AT = bool(NO_LINK) and os.supports_dir_fd >= _CALLS
_MAY_BE_A_LINK = (errno.ELOOP, errno.ENOTDIR, errno.EMLINK)
"""The errors with which systems refuse a link."""


class Stray(OSError):  # noqa: N818 - describes a path
    """A broken link, or one that points outside the folder it must stay in."""

    def __init__(self, path: str, *, out: bool) -> None:
        what = "points outside the workspace" if out else "is broken"
        super().__init__(errno.ELOOP, f"this link {what}", path)
        self.out = out


class Place(NamedTuple):
    """A file's name in a folder that is held open; a whole path if folders cannot be held."""

    folder: int | None
    name: str
    path: Path

    def sibling(self, name: str) -> Place:
        """Return the place of another name in the same folder."""
        path = self.path.with_name(name)
        return Place(self.folder, name if self.folder is not None else str(path), path)

    def open(self, flags: int, mode: int = 0o666) -> int:
        """Open the file of this name; refuse a link, and never wait."""
        return os.open(self.name, flags | NO_LINK | NO_WAIT, mode, dir_fd=self.folder)

    def status(self) -> os.stat_result:
        """Return the status of what has this name; of a link itself, not of its target."""
        return os.stat(self.name, dir_fd=self.folder, follow_symlinks=False)

    def unlink(self) -> None:
        """Remove the name, if it exists."""
        with suppress(FileNotFoundError):
            os.unlink(self.name, dir_fd=self.folder)

    def take(self, other: Place) -> None:
        """Rename this to `other`, in the same folder, replacing what is there."""
        os.replace(self.name, other.name, src_dir_fd=self.folder, dst_dir_fd=self.folder)

    def share(self, other: Place) -> None:
        """Give the file the name `other` as well; fail if that is taken."""
        os.link(self.name, other.name, src_dir_fd=self.folder, dst_dir_fd=self.folder)

    def listed(self) -> list[str]:
        """Return the names in the folder."""
        with self._folder_to_read() as folder:
            return os.listdir(folder)  # noqa: PTH208 - by descriptor

    def sync_folder(self) -> None:
        """Flush the folder's names to disk, if the system can."""
        with suppress(OSError), self._folder_to_read() as folder:
            if isinstance(folder, int):
                os.fsync(folder)

    @contextmanager
    def _folder_to_read(self) -> Iterator[int | str]:
        if self.folder is None:
            yield str(self.path.parent)
            return
        descriptor = os.open(os.curdir, os.O_RDONLY, dir_fd=self.folder)
        try:
            yield descriptor
        finally:
            os.close(descriptor)


@contextmanager
def entered(
    path: Path | str, root: Path | None = None, *, follow: bool = True, make: int = 0
) -> Iterator[Place]:
    """Hold the folder a file is or will be in, and yield the file's place there.

    With `root`, no link may lead out of it; a path that does not begin there was named by the user,
    and its own folder is the root. Without `follow`, a file that is a link is not followed. With
    `make`, missing folders are created with that mode.

    Raises:
        Stray: a link is broken or leads out of the root.
        OSError: a folder cannot be opened or created.
    """
    target = _target(path, root, follow=follow)
    start = target.parent
    if root is not None and start.is_relative_to(real(root)):
        start = real(root)
    folders, name = target.parent.relative_to(start).parts, target.name
    if not _AT:
        if make:
            target.parent.mkdir(make, parents=True, exist_ok=True)
        yield Place(None, str(target), target)
        return
    folder = _opened(str(start), folders, make)
    try:
        yield Place(folder, name, target)
    finally:
        os.close(folder)


def _target(path: Path | str, root: Path | None, *, follow: bool) -> Path:
    """Return the path with all links resolved."""
    given = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    target = real(given) if follow else real(given.parent) / given.name
    if root is None:
        return target
    inside = root if below(str(given), os.path.abspath(root)) is not None else given.parent  # noqa: PTH100
    if not target.is_relative_to(real(inside)):
        raise Stray(str(path), out=True)
    lost = follow and given.is_symlink() and (target.is_symlink() or not target.exists())
    if lost or target.parent.is_symlink():  # the latter: circular links, which `real` leaves alone
        raise Stray(str(path), out=False)
    return target


def below(path: str, root: str) -> list[str] | None:
    """Return the parts of an absolute path below another, by name; None if it is not below."""
    start = root.rstrip(os.sep) + os.sep
    if not (path + os.sep).startswith(start):
        return None
    return list(filter(None, path[len(start) :].split(os.sep)))  # noqa: PTH206 - names are enough


def _opened(start: str, folders: Sequence[str], make: int = 0) -> int:
    """Open a folder, then one by one the folders below it, none of which may be a link."""
    folder = os.open(start, _FOLDER)
    for name in folders:
        try:
            if make:
                _make(name, make, folder)
            inner = os.open(name, _FOLDER | NO_LINK, dir_fd=folder)
        finally:
            os.close(folder)
        folder = inner
    return folder


def _make(name: str, mode: int, folder: int) -> None:
    with suppress(FileExistsError):
        os.mkdir(name, mode, dir_fd=folder)
        if not mode & 0o077:
            os.chmod(name, mode, dir_fd=folder)  # private whatever the umask


class Entrance:
    """The door for many files of one root, one after the other.

    The folder of the latest file stays open, since the next file is usually in it: so this costs no
    more than opening by path. Must be closed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._name: str | None = None
        self._folder = -1

    def open(self, path: str) -> int:
        """Open a file to read it, and return its descriptor.

        Raises:
            Stray: a link leads nowhere or out of the root.
            OSError: it cannot be opened.
        """
        folder, _, name = path.rpartition(os.sep)
        try:
            if folder == self._name or self._enter(folder):
                return os.open(name, _TO_READ, dir_fd=self._folder)
        except OSError as error:
            if error.errno not in _MAY_BE_A_LINK:
                raise
        with entered(path, self._root) as place:
            return place.open(os.O_RDONLY)

    def _enter(self, folder: str) -> bool:
        """Enter a folder below the root, and return whether it is below by name."""
        self.close()
        root = os.path.abspath(self._root)  # noqa: PTH100 - resolve() would follow links
        folders = below(os.path.abspath(folder), root) if _AT else None  # noqa: PTH100
        if folders is None:
            return False
        self._folder, self._name = _opened(root, folders), folder
        return True

    def close(self) -> None:
        """Close the latest folder."""
        if self._name is not None:
            os.close(self._folder)
            self._name = None
