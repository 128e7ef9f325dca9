"""Drafts of a rating session: its unsaved changes, with the file and the day."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

from tas_cli.scorecard.draft_form import read, written
from tas_cli.scorecard.questions import left
from tas_cli.scorecard.unsaved import Unsaved
from tas_cli.source.paths import real
from tas_cli.source.private import parsed
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer

if TYPE_CHECKING:
    from tas_cli.scorecard.app import ScorecardApp

_VERSION = 2
_READABLE = (1, _VERSION)


class RatingDrafts(Drafts[Unsaved]):
    """The drafts of an opportunity file."""

    def __init__(self, app: ScorecardApp) -> None:
        self._session, self._file = app.session, str(real(app.deal.path))
        super().__init__(app, DraftFiles("drafts", self._file))

    def state(self) -> Unsaved:
        """Return the unsaved changes."""
        return self._session.unsaved

    def written(self) -> Any:
        """Return the unsaved changes with the file, the process and the day."""
        about = {
            "version": _VERSION,
            "file": self._file,
            "process": os.getpid(),
            "day": self._session.day.isoformat(),
        }
        return about | written(self.state()) if self.state().number else None

    def read(self, data: bytes) -> Offer[Unsaved] | None:
        """Return what an interrupted session left, or None if it left nothing."""
        document = parsed(data)
        if document["version"] not in _READABLE:
            raise ValueError(document["version"])
        day, unsaved = date.fromisoformat(document["day"]), read(document)
        lines = left(unsaved, self._session.opportunity)
        if _runs(int(document["process"])):
            lines.append("It may still be open in another terminal.")
        if day != self._session.day:
            lines.append(f"Saving adds it to today's assessment ({self._session.day}).")
        title = f"Unsaved draft from {day}"
        return Offer(title, lines, unsaved) if unsaved.number else None


def _runs(process: int) -> bool:
    """Whether a process with this ID is running; the ID may have been reused since."""
    if process <= 0 or process == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
