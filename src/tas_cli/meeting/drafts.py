"""Drafts of meetings: what was typed about a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.edits.meeting_lines import Meeting, learned, people
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


_SEPARATOR = " / "
"""What is between lines that have to be typed again, in the one field for them."""


class MeetingDrafts(Drafts[State]):
    """The drafts of a deal's meetings."""

    def __init__(self, app: MeetingApp) -> None:
        self._session = app.session
        super().__init__(app, DraftFiles("meetings", str(real(app.deal.path))))

    def state(self) -> State:
        """Return what is not saved yet."""
        return self._session.state

    def written(self) -> Any:
        """Return it as JSON values; nothing before the first line."""
        meeting, declined, typed = self._session.state
        if not self._session.given:
            return None
        kept = {"day": meeting.day.isoformat(), "declined": declined, "typed": typed}
        return meeting._asdict() | kept

    def read(self, data: bytes) -> Offer[State]:
        """Return the meeting in a draft; what no longer fits the deal is to be typed again."""
        kept = parsed(data)
        meeting = Meeting(
            people=people("; ".join(map(str, kept["people"]))),
            day=parse_day(kept["day"]),
            link=kept["link"] and str(kept["link"]),
            by=kept["by"] and str(kept["by"]),
            outcomes=tuple(map(str, kept["outcomes"])),
        )
        unfit = []
        for line in map(str, kept["lines"]):
            longer = meeting._replace(lines=(*meeting.lines, line))
            try:
                learned(longer, self._session.opportunity, self._session.interpreter)
                meeting = longer
            except WrongCall:
                unfit.append(line)
        typed = _SEPARATOR.join(filter(None, (*unfit, str(kept.get("typed", "")))))
        number = counted(len(meeting.lines) + len(unfit), "line")
        about = [f"A meeting of {meeting.day} with {number}, not saved."]
        if unfit:
            about.append(f"No longer fits the deal, and has to be changed: {'; '.join(unfit)}")
        return Offer(
            "Unsaved draft", about, State(meeting, tuple(map(str, kept["declined"])), typed)
        )
