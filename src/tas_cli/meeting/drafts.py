"""Drafts of meetings on the full screen: what was typed about a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.meeting.kept import BROKEN, draft_files, kept_of, restored
from tas_cli.meeting.session import State
from tas_cli.tui.drafts import Drafts, Offer

if TYPE_CHECKING:
    from tas_cli.meeting.app import MeetingApp


class MeetingDrafts(Drafts[State]):
    """The drafts of a deal's meetings."""

    BROKEN = BROKEN

    def __init__(self, app: MeetingApp) -> None:
        self._session = app.session
        super().__init__(app, draft_files(app.deal.path))

    def state(self) -> State:
        """Return what is not saved yet."""
        return self._session.state

    def written(self) -> Any:
        """Return it as JSON values; nothing before the first line."""
        return kept_of(self._session)

    def read(self, data: bytes) -> Offer[State]:
        """Return the meeting in a draft; what no longer fits the deal is to be typed again."""
        return Offer("Unsaved draft", *restored(data, self._session))
