"""Drafts: what a session has changed and not saved, kept outside the repository until it is."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tas_cli.scorecard.draft_files import DraftFiles
from tas_cli.scorecard.draft_form import read, written
from tas_cli.scorecard.unsaved import Unsaved
from tas_cli.source.paths import real
from tas_cli.source.private import parsed

_VERSION = 2
_READABLE = (1, _VERSION)
_BROKEN = (ValueError, KeyError, TypeError, AttributeError)


class Draft(NamedTuple):
    """An interrupted session: its file, its day, whether it may still be open, what it left."""

    path: Path
    day: date
    open_elsewhere: bool
    unsaved: Unsaved


class Drafts:
    """The drafts of one opportunity file."""

    def __init__(self, opportunity: Path) -> None:
        self._opportunity = real(opportunity)
        self._files = DraftFiles("drafts", str(self._opportunity))

    def keep(self, unsaved: Unsaved, day: date) -> None:
        """Keep what is not saved; where that is nothing, no draft is left.

        Raises:
            OSError: it cannot be kept.
        """
        document: dict[str, Any] = {
            "version": _VERSION,
            "file": str(self._opportunity),
            "process": os.getpid(),
            "day": day.isoformat(),
            **written(unsaved),
        }
        self._files.keep(document if unsaved.number else None)

    def waiting(self) -> tuple[Draft | None, list[Path]]:
        """Return the newest draft of an earlier session, and the drafts that cannot be read."""
        return self._files.waiting(_read, _BROKEN)


def _read(path: Path, data: bytes) -> Draft:
    document = parsed(data)
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
