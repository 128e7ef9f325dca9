"""Draft files: private, in the user's state folder, and set aside if they are broken.

Each session has its own file, named after its subject, so that sessions do not overwrite each
other's drafts, nor an older draft that the user left for later.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from tas_cli.source.door import entered
from tas_cli.source.files import Unreadable
from tas_cli.source.private import read_private, state_folder, write_private

_SET_ASIDE = ".unreadable"
_LARGEST = 10 * 1024 * 1024

Read = TypeVar("Read")


class DraftFiles:
    """The drafts of one kind about one subject; `own` is the file of this session."""

    def __init__(self, kind: str, about: str) -> None:
        self._state = state_folder()
        self._folder = self._state / kind
        self._key = _key(about)
        self.own = self._folder / f"{self._key}.{token_hex(6)}.json"

    def keep(self, document: Any) -> None:
        """Save a draft as JSON, or remove it if `document` is None.

        Raises:
            OSError: the file cannot be written or removed.
        """
        if document is None:
            self.own.unlink(missing_ok=True)
        else:
            write_private(self.own, json.dumps(document, indent=1).encode(), self._state)

    def waiting(
        self, read: Callable[[bytes], Read], broken: tuple[type[Exception], ...]
    ) -> tuple[tuple[Path, Read] | None, list[Path]]:
        """Return the newest draft of an earlier session as parsed by `read`, and the broken files.

        A draft is broken if `read` raises one of `broken`. It is renamed and never offered again;
        the result lists the new names.
        """
        damaged: list[Path] = []
        failures: tuple[type[Exception], ...] = (Unreadable, *broken)
        for path in self._earlier():
            try:
                return (path, read(read_private(path, self._state, _LARGEST))), damaged
            except failures:
                damaged += self._set_aside(path)
        return None, damaged

    def _set_aside(self, path: Path) -> Iterator[Path]:
        """Rename a draft and yield its new path, or nothing if renaming fails."""
        with suppress(OSError), entered(path, self._state, follow=False) as place:
            aside = place.sibling(path.name + _SET_ASIDE)
            place.take(aside)
            yield aside.path

    def _earlier(self) -> list[Path]:
        """Return the drafts of earlier sessions, newest first."""
        found: list[tuple[int, Path]] = []
        for path in self._folder.glob(f"{self._key}.*.json"):
            with suppress(OSError):
                found.append((path.lstat().st_mtime_ns, path))
        return [path for _, path in sorted(found, reverse=True) if path != self.own]


def move_drafts(about: str, now: str) -> None:
    """Let all drafts about a subject be about another one: its file was renamed."""
    old, new = _key(about), _key(now)
    for path in state_folder().glob(f"*/{old}.*.json"):
        with suppress(OSError), entered(path, state_folder(), follow=False) as place:
            place.take(place.sibling(path.name.replace(old, new, 1)))


def _key(about: str) -> str:
    return sha256(about.encode(errors="surrogatepass")).hexdigest()[:24]


def discard(path: Path) -> None:
    """Remove a draft."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
