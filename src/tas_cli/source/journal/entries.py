"""The files of the journal: one per entry, in the user's state folder, by workspace.

A file's name has the entry's number and id and, if it takes another one back, that one's id. Its
first line has the time and the command; each further line is a change of one file. Lines are only
appended: one that is cut short is a change that was not made. Texts are kept where they differ,
nothing else of a file but the checksums of its lines.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from secrets import token_hex
from shlex import join
from time import time
from typing import Any, NamedTuple

from tas_cli.source.door import entered
from tas_cli.source.files import Unreadable
from tas_cli.source.journal.recording import Recording
from tas_cli.source.journal.splices import Splice, checksums, decoded, splices
from tas_cli.source.paths import real, slashed
from tas_cli.source.private import parsed, private_folder, read_private, state_folder
from tas_cli.source.save import for_user
from tas_cli.today import moment

WRITES = 50
"""How many writes can be taken back."""
DAYS = 30
"""For how many days."""
_COMMAND = 200
"""The most characters of a command that are kept."""
_SHORT = 48
_LARGEST = 64 * 1024 * 1024
_NAME = re.compile(r"([0-9]{8,18})\.([0-9a-f]{8})(?:\.([0-9a-f]{8}))?\.jsonl")
"""An entry's number, by which entries are in order; its id; the id of the one it takes back."""


class Change(NamedTuple):
    """A change of one file: its path from the root, digests and differences.

    A digest is None where there is no file. A file that was made has no differences, and one that
    was removed has its whole text as one.
    """

    file: str
    before: str | None
    after: str | None
    splices: tuple[Splice, ...]
    checksums: str

    @property
    def lines(self) -> int:
        """How many lines differ."""
        return sum(max(each.old.count("\n"), each.new.count("\n"), 1) for each in self.splices)


class Entry(NamedTuple):
    """What one command wrote; `undoes` is the id of the entry that it took back, if any."""

    id: str
    undoes: str
    time: datetime
    command: str
    changes: tuple[Change, ...]

    @property
    def short(self) -> str:
        """The command as typed, cut to a part of a line."""
        words = f"tas {self.command}"
        return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"


class _Name(NamedTuple):
    number: int
    id: str
    undoes: str
    path: Path


def digest(data: bytes) -> str:
    """Return the name of a content."""
    return blake2b(data, digest_size=16).hexdigest()


def write(
    now: Recording, path: Path, root: Path, before: bytes | None, after: bytes | None
) -> None:
    """Add a change to the entry of the running command, or begin one.

    Raises:
        OSError: it cannot be written.
    """
    file = _inside(path, root)
    line = json.dumps(_change(file, before, after), separators=(",", ":"))
    if now.entry is None or file in now.files:
        command = now.again or command_line(now.words)
        head = json.dumps({"time": moment().isoformat(), "command": command})
        now.entry = _begun(folder_of(root), now.undoes, f"{head}\n{line}\n".encode())
        now.files.clear()
    else:
        _write(now.entry, os.O_APPEND, f"{line}\n".encode())
    now.files.add(file)


def command_line(words: Sequence[str]) -> str:
    """Return a command's arguments as they can be typed again, unless there are too many."""
    line = " ".join(join(words).split())
    return line if len(line) <= _COMMAND else f"{line[: _COMMAND - 1]}…"


def _inside(path: Path, root: Path) -> str:
    for given, start in ((os.path.abspath(path), os.path.abspath(root)), (real(path), real(root))):  # noqa: PTH100 - resolve() would follow links
        name = slashed(given, start)
        if not name.startswith("../") and not PurePosixPath(name).is_absolute():
            return name
    raise OSError("it is outside the workspace")


def _change(file: str, before: bytes | None, after: bytes | None) -> dict[str, Any]:
    found = () if before is None else splices(decoded(before), decoded(after or b""))
    return {
        "file": file,
        "before": None if before is None else digest(before),
        "after": None if after is None else digest(after),
        "splices": found,
        "checksums": "" if before is None or after is None else checksums(decoded(after)),
    }


def folder_of(root: Path) -> Path:
    """Return the folder with the journal of a workspace."""
    name = digest(str(real(root)).encode(errors="surrogatepass"))
    return state_folder() / "journal" / name


def _begun(folder: Path, undoes: str, data: bytes) -> Path:
    """Begin an entry after the others, and forget what is too old.

    Two that begin at the same time may have the same number, but never for the same file: its
    writers come one after the other.
    """
    private_folder(state_folder())
    names = _names(folder)
    if not names:
        _forget_elsewhere(folder.parent)
    number, identity = (names[-1].number if names else 0) + 1, token_hex(4)
    end = f".{undoes}" if undoes else ""
    path = folder / f"{number:08}.{identity}{end}.jsonl"
    _write(path, os.O_CREAT | os.O_EXCL, data)
    _forget_old([*names, _Name(number, identity, undoes, path)])
    return path


def _write(path: Path, flags: int, data: bytes) -> None:
    with entered(path, state_folder(), follow=False, make=0o700) as place:
        descriptor = place.open(os.O_WRONLY | flags, 0o600)
        try:
            for_user(descriptor)
            if os.write(descriptor, data) < len(data):
                raise OSError("no space left on device")
        finally:
            os.close(descriptor)


def _names(folder: Path) -> list[_Name]:
    """Return the entries by number, unread; none if there is no journal."""
    try:
        matches = [*map(_NAME.fullmatch, os.listdir(folder))]  # noqa: PTH208 - names are enough
    except OSError:
        return []
    found = (each for each in matches if each)
    return sorted(_Name(int(each[1]), each[2], each[3] or "", folder / each[0]) for each in found)


def _forget_old(names: list[_Name]) -> None:
    """Remove entries before the newest writes that are kept, and those that are too old."""
    writes = [each.number for each in names if not each.undoes][-WRITES:]
    first = max(writes[0] if len(writes) == WRITES else 0, names[-4 * WRITES :][0].number)
    for each in names:
        if each.number >= first and not _old(each.path):
            break
        with suppress(OSError):
            each.path.unlink(missing_ok=True)


def _forget_elsewhere(journal: Path) -> None:
    """Remove what is too old in the journals of all workspaces: some are never used again."""
    with suppress(OSError):
        for folder in journal.iterdir():
            old = [each.path for each in _names(folder) if _old(each.path)]
            for path in old:
                path.unlink(missing_ok=True)
            if old and not _names(folder):
                folder.rmdir()


def _old(path: Path) -> bool:
    with suppress(OSError):
        return path.lstat().st_mtime < time() - DAYS * 24 * 3600
    return True


def entries(root: Path) -> Iterator[Entry]:
    """Yield a workspace's entries, newest first; what cannot be read is left out."""
    for name in reversed(_names(folder_of(root))):
        with suppress(Unreadable, ValueError, TypeError, KeyError, AttributeError):
            if not _old(name.path):
                yield _entry(name)


def _entry(name: _Name) -> Entry:
    head, *lines = read_private(name.path, state_folder(), _LARGEST).decode().split("\n")
    about = parsed(head)
    changes = tuple(map(_read, lines[:-1]))
    return Entry(
        name.id,
        name.undoes,
        datetime.fromisoformat(about["time"]),
        _text(about["command"]),
        changes,
    )


def _read(line: str) -> Change:
    """Return a change from its line.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is not one.
    """
    found = parsed(line)
    os.fsencode(found["file"])  # a UnicodeError, which is a ValueError: it cannot be a file's name
    parts = PurePosixPath(_text(found["file"])).parts
    if not parts or ".." in parts or parts[0] == "/" or ":" in parts[0] or "\\" in found["file"]:
        raise ValueError(line)
    return Change(
        found["file"],
        _digest(found["before"]),
        _digest(found["after"]),
        tuple(Splice(int(at), _text(old), _text(new)) for at, old, new in found["splices"]),
        _text(found["checksums"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _digest(value: Any) -> str | None:
    return None if value is None else _text(value)


def forget(root: Path) -> int:
    """Remove the journal of a workspace, and return how many entries it had.

    Raises:
        OSError: it cannot be removed.
    """
    names = _names(folder_of(root))
    for each in names:
        each.path.unlink(missing_ok=True)
    return len(names)
