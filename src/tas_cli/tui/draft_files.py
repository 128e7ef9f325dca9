"""The files of drafts: in the user's state folder, private, and set aside where they are broken.

Each session has a file of its own, named by what it is about, so that neither two sessions nor an
older draft that was put off can be written over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from platformdirs import user_state_dir

from tas_cli.source.door import entered
from tas_cli.source.files import Unreadable
from tas_cli.source.private import read_private, write_private

_SET_ASIDE = ".unreadable"
_LARGEST = 10 * 1024 * 1024

Read = TypeVar("Read")


def state_folder() -> Path:
    """Return where the program keeps its state for this user; `TAS_STATE_DIR` sets another one."""
    return Path(os.environ.get("TAS_STATE_DIR") or user_state_dir("tas", appauthor=False))


class DraftFiles:
    """The drafts of one kind about one thing; `own` is this session's."""

    def __init__(self, kind: str, about: str) -> None:
        self._state = state_folder()
        self._folder = self._state / kind
        self._key = sha256(about.encode(errors="surrogatepass")).hexdigest()[:24]
        self.own = self._folder / f"{self._key}.{token_hex(6)}.json"

    def keep(self, document: Any) -> None:
        """Keep a draft as JSON; None leaves no draft.

        Raises:
            OSError: it cannot be kept.
        """
        if document is None:
            self.own.unlink(missing_ok=True)
        else:
            write_private(self.own, json.dumps(document, indent=1).encode(), self._state)

    def waiting(
        self, read: Callable[[bytes], Read], broken: tuple[type[Exception], ...]
    ) -> tuple[tuple[Path, Read] | None, list[Path]]:
        """Return the newest draft of an earlier session as `read`, and those that cannot be read.

        What cannot be read, `broken` says how that shows, is set aside under another name, and
        never offered again.
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
        """Give a draft another name, and yield that; nothing where it cannot be."""
        with suppress(OSError), entered(path, self._state, follow=False) as place:
            aside = place.beside(path.name + _SET_ASIDE)
            place.take(aside)
            yield aside.path

    def _earlier(self) -> list[Path]:
        """Return the drafts of earlier sessions, the newest first."""
        found: list[tuple[int, Path]] = []
        for path in self._folder.glob(f"{self._key}.*.json"):
            with suppress(OSError):
                found.append((path.lstat().st_mtime_ns, path))
        return [path for _, path in sorted(found, reverse=True) if path != self.own]


def discard(path: Path) -> None:
    """Remove a draft."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
