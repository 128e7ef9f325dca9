"""What earlier runs came to, kept by content in the user's cache folder.

A file whose bytes are known, and those of the file beside it, is not looked at again. All is
forgotten when anything else changes that an answer may depend on: the program, and what the caller
names (settings, the day).
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
"""Bytes of a memory; that of a hundred thousand files is far smaller."""
Kept = list[Any]
"""An answer as lists, texts, numbers and None, so that it can be kept."""


def cache_folder() -> Path:
    """Return the user's folder for what can be worked out anew."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - where nothing is kept, no need

    return Path(os.environ.get("TAS_CACHE_DIR") or user_cache_dir("tas", appauthor=False))


def digest(data: bytes) -> str:
    """Return the name under which a content is kept."""
    return blake2b(data, digest_size=16).hexdigest()


class Memory:
    """What is known of the contents of a workspace's files; `fresh` is what this run has added."""

    def __init__(
        self, folder: Path, question: str, answer: Any, root: Path, *depends_on: str
    ) -> None:
        """Remember in `folder` the answers to a question, each of the type `answer`."""
        self._folder, self._answer = folder, answer
        name = digest(str(real(root)).encode(errors="surrogatepass"))
        self._path = folder / question / f"{name}.json"
        self._state = _state(depends_on)
        self.known: dict[str, Kept] = {}
        self.fresh: dict[str, Kept] = {}

    def recall(self) -> None:
        """Read what is kept; what is damaged, or kept for another state, counts as nothing."""
        with suppress(Unreadable, ValueError):
            head, _, known = read_private(self._path, self._folder, _LARGEST).partition(b"\n")
            content = parsed(known) if head == self._head(known) else None
            self.known = content if isinstance(content, dict) else {}

    def recalled(self, name: str) -> Kept | None:
        """Return the answer for a content, None where there is none of the right shape."""
        kept = self.known.get(name)
        return kept if kept is not None and shape(self._answer)(kept) else None

    def _head(self, known: bytes) -> bytes:
        """Return the first line of the file: what it was kept for, and a sum over the rest."""
        return f"{self._state} {digest(known)}".encode()

    def keep(self, seen: set[str] | None) -> None:
        """Keep what is known for the next run; with `seen`, nothing but those contents.

        That it cannot be kept is no reason to stop: the next run is slower.
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


def _state(depends_on: tuple[str, ...]) -> str:
    """Return a name for all that answers depend on besides a file's content."""
    parts = [tas_cli.__version__, sys.version, str(_newest_part()), *depends_on]
    return digest("\0".join(parts).encode())


def _newest_part() -> int:
    """Return when the program last changed: an installation that is edited keeps its version."""
    folders = os.walk(Path(tas_cli.__file__).parent)
    files = (os.path.join(folder, name) for folder, _, names in folders for name in names)  # noqa: PTH118
    return max(os.stat(file).st_mtime_ns for file in files if file.endswith((".py", ".yaml")))  # noqa: PTH116
