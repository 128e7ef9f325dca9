"""Drafts of meetings: what was typed about a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.edits.meeting_lines import Meeting, learned
from tas_cli.meeting.session import State
from tas_cli.refusals import WrongCall
from tas_cli.source.paths import real
from tas_cli.source.private import parsed
from tas_cli.today import parse_day
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer
from tas_cli.words import counted

if TYPE_CHECKING:
    from tas_cli.meeting.app import MeetingApp


class MeetingDrafts(Drafts[State]):
    """The drafts of a deal's meetings."""

    BROKEN = (WrongCall, ValueError, KeyError, TypeError, AttributeError)

    def __init__(self, app: MeetingApp) -> None:
        self._session, self._refill = app.session, app.refill
        super().__init__(app, DraftFiles("meetings", str(real(app.deal.path))))

    def state(self) -> State:
        """Return what is not saved yet."""
        return self._session.state

    def written(self) -> Any:
        """Return it as JSON values; nothing before the first line."""
        meeting, declined = self._session.state
        if not self._session.given:
            return None
        return {**meeting._asdict(), "day": meeting.day.isoformat(), "declined": declined}

    def read(self, data: bytes) -> Offer[State]:
        """Return the meeting in a draft; its lines must still fit the deal."""
        kept = parsed(data)
        meeting = Meeting(
            people=tuple(map(str, kept["people"])),
            day=parse_day(kept["day"]),
            link=kept["link"] and str(kept["link"]),
            by=kept["by"] and str(kept["by"]),
            lines=tuple(map(str, kept["lines"])),
            outcomes=tuple(map(str, kept["outcomes"])),
        )
        learned(meeting, self._session.opportunity, self._session.interpreter)
        number = counted(len(meeting.lines), "line")
        about = f"A meeting of {meeting.day} with {number}, not saved."
        return Offer("Unsaved draft", [about], State(meeting, tuple(map(str, kept["declined"]))))

    def resume(self, state: State) -> str:
        """Restore the meeting."""
        self._session.resume(state)
        self._refill()
        return "Draft resumed."
