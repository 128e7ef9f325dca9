"""The results of earlier runs, kept by content in the user's cache folder.

A file is not examined again if its bytes are known, and those of the other file that its answer
depends on. Everything is forgotten when anything else changes that an answer may depend on: the
program, and what the caller names (the settings, the day).
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import tas_cli
from tas_cli.gather.shape import shape
from tas_cli.source.files import Unreadable
from tas_cli.source.paths import real
from tas_cli.source.private import parsed, read_private, write_private

_LARGEST = 256 * 1024 * 1024
"""The most bytes of a memory; a hundred thousand files need far fewer."""
_SOURCES = (".py", ".yaml", ".jinja", ".js")
"""The ends of the names of files that answers depend on."""
Kept = list[Any]
"""An answer as lists, texts, numbers and None, which JSON can store."""


def digest(data: bytes) -> str:
    """Return the name that a content is kept under."""
    return blake2b(data, digest_size=16).hexdigest()


class Memory:
    """The known answers for a workspace's files, by content; `fresh` are those this run added."""

    def __init__(
        self, folder: Path, question: str, answer: Any, root: Path, *depends_on: str
    ) -> None:
        """Remember in `folder` the answers to a question, each of the type `answer`."""
        self._folder, self._answer = folder, answer
        name = digest(str(real(root)).encode(errors="surrogatepass"))
        self._path = folder / question / f"{name}.json"
        self._state = state(*depends_on)
        self.known: dict[str, Kept] = {}
        self.fresh: dict[str, Kept] = {}

    def recall(self) -> None:
        """Read what was kept; damaged data, or data kept for another state, is ignored."""
        with suppress(Unreadable, ValueError):
            head, _, known = read_private(self._path, self._folder, _LARGEST).partition(b"\n")
            content = parsed(known) if head == self._head(known) else None
            self.known = content if isinstance(content, dict) else {}

    def recalled(self, name: str) -> Kept | None:
        """Return the answer for a content, None if there is none of the right shape."""
        kept = self.known.get(name)
        return kept if kept is not None and shape(self._answer)(kept) else None

    def _head(self, known: bytes) -> bytes:
        """Return the file's first line: the state it was kept for, and a checksum of the rest."""
        return f"{self._state} {digest(known)}".encode()

    def keep(self, seen: set[str] | None) -> None:
        """Keep what is known for the next run; with `seen`, only those contents.

        If it cannot be kept, the next run is slower, and nothing else happens.
        """
        stale = seen is not None and len(seen) < len(self.known)
        if not self.fresh and not stale:
            return
        known = self.known | self.fresh
        if seen is not None:
            known = {name: kept for name, kept in known.items() if name in seen}
        with suppress(OSError):
            content = json.dumps(known, separators=(",", ":")).encode()
            write_private(self._path, self._head(content) + b"\n" + content, self._folder)


def state(*depends_on: str) -> str:
    """Return a name for everything that answers depend on besides a file's content."""
    parts = [tas_cli.__version__, sys.version, str(_newest_part()), *depends_on]
    return digest("\0".join(parts).encode())


def _newest_part() -> int:
    """Return when the program last changed: an editable installation keeps its version."""
    folders = os.walk(Path(tas_cli.__file__).parent)
    files = (os.path.join(folder, name) for folder, _, names in folders for name in names)  # noqa: PTH118
    return max(os.stat(file).st_mtime_ns for file in files if file.endswith(_SOURCES))  # noqa: PTH116
