"""What tas asks git: where the repository is, what a commit contains, who the user is.

A repository is not trusted: its settings and attributes can name programs, and none of them is run.
Git does not compare files here, since it would pass them through such filters; it lists what a
commit contains, and tas compares the contents.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from posixpath import basename
from typing import NamedTuple

from tas_cli.refusals import reason_of
from tas_cli.source.characters import cleaned
from tas_cli.source.files import MAX_BYTES, Reader, Unreadable
from tas_cli.source.paths import real, slashed

_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.alternateRefsCommand": "",
    "protocol.allow": "never",  # no upload-pack program, ssh command or remote helper
    "safe.bareRepository": "explicit",  # not one among the files
    "submodule.recurse": "false",
}
"""Replacements for a repository's own settings that name a program or lead to one."""
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # overrides all settings of single protocols
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
_OF_A_HOOK = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
)
"""What git passes to its hooks: it is valid only at the top of the repository, not in a folder."""
_OPTIONS = ("--no-pager", "--no-optional-locks", "--literal-pathspecs")
_SECONDS = 60
_UNKNOWN = "Needed a single revision"
"""What git says of a name that leads to no commit."""
_LINK = "120000 "
"""How git begins the entry of a link."""
_HASHES = {40: "sha1", 64: "sha256"}


class GitFailed(Exception):  # noqa: N818 - the caller turns it into an exit status
    """Git is missing or refuses; the text is its own message, `advice` the lines it adds."""

    def __init__(self, message: str, advice: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.advice = tuple(advice)


class Since(NamedTuple):
    """A folder of a work tree, with links resolved, and what it contained in a commit.

    `blobs` has the commit's contents by name; `shown` has the names that git tracks now or would
    add. All names are relative to the folder, with slashes.
    """

    folder: Path
    blobs: dict[str, str]
    shown: frozenset[str]

    def changed(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return the files that are new or changed, or are links to such files.

        Line ends do not matter, as git may check out others than it stores. A file that a filter
        has rewritten counts as changed.
        """
        followed = cache(real)  # most files are in one folder

        def names(path: str) -> Iterator[str]:
            folder, name = os.path.split(path)
            yield self._name(followed(folder) / name)
            if os.path.islink(path):  # noqa: PTH114 - called for every file, and faster
                yield self._name(real(path))

        with Reader(self.folder) as reader:
            return tuple(
                path
                for path in paths
                if any(name in self.shown and self._differs(name, reader) for name in names(path))
            )

    def contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return what files contained in the commit; follow links, and files that have moved.

        A file has moved if one with the same base name or the same content is gone. Files that are
        not in the commit, or larger than any deal, are left out.

        Raises:
            GitFailed: git cannot read them.
        """
        gone = self._gone()
        names = {path: self._name(real(path)) for path in paths}
        wanted = {
            path: self.blobs.get(name) or gone.get(basename(name)) or self._same(name, gone)
            for path, name in names.items()
        }
        found = blobs(self.folder, sorted(set(filter(None, wanted.values()))))
        return {path: found[blob] for path, blob in wanted.items() if blob in found}

    def _gone(self) -> dict[str, str]:
        """Return the contents of files that are no longer where they were, by base name.

        A file that moves to another folder keeps its base name.
        """
        return {
            basename(name): blob
            for name, blob in self.blobs.items()
            if not os.path.lexists(self.folder / name)
        }

    def _same(self, name: str, gone: dict[str, str]) -> str | None:
        """Return the content that a file shares with one that is gone."""
        same = set(gone.values())
        with suppress(Unreadable, OSError), Reader(self.folder) as reader:
            data = _content(os.path.join(self.folder, name), reader)  # noqa: PTH118 - as above
            return next(
                iter(same & {blob_of(data, length) for length in set(map(len, same))}), None
            )
        return None

    def _name(self, path: Path) -> str:
        return slashed(path, self.folder)

    def _differs(self, name: str, reader: Reader) -> bool:
        was = self.blobs.get(name)
        if was is None:
            return True
        try:
            data = _content(os.path.join(self.folder, name), reader)  # noqa: PTH118 - as above
        except (Unreadable, OSError):
            return True
        return was not in (blob_of(data, len(was)), blob_of(data.replace(b"\r\n", b"\n"), len(was)))


def repository_root(folder: Path) -> Path | None:
    """Return the nearest enclosing git work tree, None if there is none."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    return next((each for each in (start, *start.parents) if (each / ".git").exists()), None)


def start_repository(folder: Path) -> None:
    """Make a folder a git repository, with the user's own defaults.

    Raises:
        GitFailed: git is missing or refuses.
    """
    asked(folder, "init", "--quiet")


def user_name(folder: Path) -> str:
    """Return git's user name, empty without git or a name."""
    with suppress(GitFailed, UnicodeDecodeError):
        return cleaned(asked(folder, "config", "user.name").decode(), refuse=False).strip()
    return ""


def since(folder: Path, reference: str) -> Since:
    """Return what a folder contained in a commit.

    If the reference is a branch that has moved on, its own changes do not count: the commit is the
    merge base.

    Raises:
        GitFailed: there is no git, no repository, or no such reference.
    """
    commit = commit_of(folder, reference)
    return Since(real(folder), tree(folder, _base(folder, commit)), shown(folder))


def shown(folder: Path) -> frozenset[str]:
    """Return the names of a folder's files that git tracks now or would add.

    Raises:
        GitFailed: there is no git, or no repository.
    """
    listed = _git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--")
    return frozenset(_each(listed))


def commit_of(folder: Path, reference: str) -> str:
    """Return the full name of the commit to which a reference leads.

    Raises:
        GitFailed: there is no git, no repository, or no such reference.
    """
    words = ("rev-parse", "--verify", "--end-of-options", reference + "^{commit}")
    try:
        return _git(folder, *words).strip()
    except GitFailed as error:
        if _UNKNOWN in str(error):
            raise GitFailed("there is no such commit") from None
        raise


def common(folder: Path, one: str, other: str) -> str:
    """Return the last commit that two commits have in common.

    Raises:
        GitFailed: there is none, as in a shallow clone.
    """
    try:
        return _git(folder, "merge-base", one, other).strip()
    except GitFailed:
        advice = "If this clone is a shallow one: git fetch --unshallow"
        raise GitFailed("the two have no commit in common", [advice]) from None


def tree(folder: Path, commit: str, *, links: bool = True) -> dict[str, str]:
    """Return git's names for what a folder contained in a commit, by file name.

    The content of a link is the path to which it leads; without `links` they are left out.

    Raises:
        GitFailed: git cannot read it.
    """
    listed = _each(_git(folder, "ls-tree", "-r", "-z", commit))
    return dict(_entry(each) for each in listed if links or not each.startswith(_LINK))


def _entry(line: str) -> tuple[str, str]:
    about, _, name = line.partition("\t")
    return name, about.split()[-1]


def _each(listed: str) -> Iterable[str]:
    return filter(None, listed.split("\0"))


def _content(path: str, reader: Reader) -> bytes:
    if os.path.islink(path):  # noqa: PTH114 - as above
        return os.fsencode(os.readlink(path))  # noqa: PTH115 - as above
    return reader.read(path)


def blob_of(data: bytes, length: int) -> str:
    """Return git's name for a content, by the hash whose names have that length."""
    return hashlib.new(_HASHES[length], b"blob %d\0" % len(data) + data).hexdigest()


def blobs(folder: Path, names: list[str]) -> dict[str, bytes]:
    """Return contents by their git names, except those missing or too large.

    Raises:
        GitFailed: git cannot read them.
    """
    if not names:
        return {}
    sizes = asked(folder, "cat-file", "--batch-check", typed=_lines(names)).decode().splitlines()
    listed = [(words[0], int(words[2])) for words in map(str.split, sizes) if words[1] == "blob"]
    small = [(name, size) for name, size in listed if size <= MAX_BYTES]
    answer = asked(folder, "cat-file", "--batch", typed=_lines(name for name, _ in small))
    found: dict[str, bytes] = {}
    start = 0
    for name, size in small:
        start = answer.index(b"\n", start) + 1  # after its header line
        found[name] = answer[start : start + size]
        start += size + 1
    return found


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _base(folder: Path, commit: str) -> str:
    try:
        return common(folder, commit, "HEAD")
    except GitFailed:
        return commit  # no common history, or a shallow clone


def _git(folder: Path, *arguments: str) -> str:
    return os.fsdecode(asked(folder, *arguments))


def asked(folder: Path, *arguments: str, typed: bytes = b"") -> bytes:
    """Return git's output for a call, with `typed` as its standard input."""
    settings = [word for name, value in _SETTINGS.items() for word in ("-c", f"{name}={value}")]
    try:
        done = subprocess.run(  # noqa: S603 - no argument can be an option, see the callers
            ["git", *settings, *_OPTIONS, *arguments],  # noqa: S607 - see the environment
            cwd=folder,
            env=_environment(),
            capture_output=True,
            check=True,
            input=typed,
            timeout=_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        said = map(str.strip, error.stderr.decode(errors="replace").splitlines())
        lines = [line for line in said if line and not line.startswith("warning:")]
        first, *advice = lines or ["git failed"]
        raise GitFailed(first, advice) from None
    except subprocess.TimeoutExpired:
        raise GitFailed(f"git took longer than {_SECONDS} seconds") from None
    except OSError as error:
        raise GitFailed(
            f"git cannot be run: {reason_of(error)}", ["Install git, or check PATH."]
        ) from None
    return done.stdout


def _environment() -> dict[str, str]:
    """Return the environment for git, without folders of the repository in the search path."""
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    places = filter(os.path.isabs, os.environ.get("PATH", os.defpath).split(os.pathsep))
    return own | _ENVIRONMENT | {"PATH": os.pathsep.join(places)}
