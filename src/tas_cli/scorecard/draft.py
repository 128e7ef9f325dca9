"""Drafts: what a session has changed and not saved, kept outside the repository until it is.

Each session has a file of its own, named by a hash of the opportunity file's path, so that neither
two sessions nor an older draft that was put off can be written over.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from platformdirs import user_state_dir

from tas_cli.scorecard.draft_form import read, written
from tas_cli.scorecard.unsaved import Unsaved
from tas_cli.source.paths import real
from tas_cli.source.save import write_new_or_replace

_VERSION = 2
_READABLE = (1, _VERSION)
_SET_ASIDE = ".unreadable"
_LARGEST = 10 * 1024 * 1024


class Draft(NamedTuple):
    """An interrupted session: its file, its day, whether it may still be open, what it left."""

    path: Path
    day: date
    open_elsewhere: bool
    unsaved: Unsaved


class Drafts:
    """The drafts of one opportunity file; `own` is this session's."""

    def __init__(self, opportunity: Path) -> None:
        self._opportunity = real(opportunity)
        self._key = sha256(str(self._opportunity).encode(errors="surrogatepass")).hexdigest()[:24]
        self._folder = state_folder() / "drafts"
        self.own = self._folder / f"{self._key}.{token_hex(6)}.json"

    def keep(self, unsaved: Unsaved, day: date) -> None:
        """Keep what is not saved; where that is nothing, no draft is left.

        Raises:
            OSError: it cannot be kept.
        """
        if not unsaved.number:
            self.own.unlink(missing_ok=True)
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        document = {
            "version": _VERSION,
            "file": str(self._opportunity),
            "process": os.getpid(),
            "day": day.isoformat(),
            **written(unsaved),
        }
        write_new_or_replace(self.own, json.dumps(document, indent=1).encode())

    def waiting(self) -> tuple[Draft | None, list[Path]]:
        """Return the newest draft of an earlier session, and the drafts that cannot be read.

        What cannot be read is set aside under another name, and never offered again.
        """
        damaged: list[Path] = []
        for path in self._earlier():
            try:
                return _read(path), damaged
            except FileNotFoundError:
                continue
            except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
                damaged.append(_set_aside(path))
        return None, damaged

    def _earlier(self) -> list[Path]:
        """Return the drafts of earlier sessions, the newest first."""
        found: list[tuple[int, Path]] = []
        for path in self._folder.glob(f"{self._key}.*.json"):
            with suppress(OSError):
                found.append((path.stat().st_mtime_ns, path))
        return [path for _, path in sorted(found, reverse=True) if path != self.own]


def state_folder() -> Path:
    """Return where the program keeps its state for this user; `TAS_STATE_DIR` sets another one."""
    return Path(os.environ.get("TAS_STATE_DIR") or user_state_dir("tas", appauthor=False))


def discard(draft: Draft) -> None:
    """Remove a draft."""
    with suppress(OSError):
        draft.path.unlink(missing_ok=True)


def _read(path: Path) -> Draft:
    if path.stat().st_size > _LARGEST:
        raise ValueError(path)
    document = json.loads(path.read_bytes())
    if document["version"] not in _READABLE:
        raise ValueError(document["version"])
    day = date.fromisoformat(document["day"])
    return Draft(path, day, _runs(int(document["process"])), read(document))


def _runs(process: int) -> bool:
    """Whether a process of that number runs; it need not be the one that it was."""
    if process <= 0 or process == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _set_aside(path: Path) -> Path:
    aside = path.with_name(path.name + _SET_ASIDE)
    with suppress(OSError):
        path.replace(aside)
    return aside
