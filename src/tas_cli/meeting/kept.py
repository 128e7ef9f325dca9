"""What a draft keeps of a meeting, on the full screen and at prompts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from tas_cli.edits.meeting_lines import Meeting, learned
from tas_cli.meeting.session import Session, State
from tas_cli.refusals import WrongCall
from tas_cli.source.paths import real
from tas_cli.source.private import parsed
from tas_cli.today import parse_day
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.words import counted

BROKEN = (ValueError, KeyError, TypeError, AttributeError)
"""What `restored` raises if a draft is broken."""
_SEPARATOR = " / "
"""What is between lines that have to be typed again, in the one field for them."""


class Restored(NamedTuple):
    """The state of a draft, and sentences about it."""

    about: list[str]
    state: State


def draft_files(deal: Path) -> DraftFiles:
    """Return the drafts of the meetings about a deal, given its file."""
    return DraftFiles("meetings", str(real(deal)))


def kept_of(session: Session) -> Any:
    """Return what is not saved yet as JSON values; nothing before the first line."""
    meeting, declined, typed = session.state
    if not session.given:
        return None
    others = {"day": meeting.day.isoformat(), "declined": declined, "typed": typed}
    return meeting._asdict() | others


def restored(data: bytes, session: Session) -> Restored:
    """Return the meeting in a draft; what no longer fits the deal is to be typed again.

    Raises:
        Exception: one of `BROKEN`.
    """
    draft = parsed(data)
    meeting = Meeting(
        people=tuple(map(str, draft["people"])),
        day=parse_day(draft["day"]),
        link=draft["link"] and str(draft["link"]),
        by=draft["by"] and str(draft["by"]),
        outcomes=tuple(map(str, draft["outcomes"])),
        tactics=tuple(map(int, draft.get("tactics", ()))),
    )
    unfit = []
    for line in map(str, draft["lines"]):
        longer = meeting._replace(lines=(*meeting.lines, line))
        try:
            learned(longer, session.whole, session.interpreter)
            meeting = longer
        except WrongCall:
            unfit.append(line)
    typed = _SEPARATOR.join(filter(None, (*unfit, str(draft.get("typed", "")))))
    number = counted(len(meeting.lines) + len(unfit), "line")
    about = [f"A meeting of {meeting.day} with {number}, not saved."]
    if unfit:
        about.append(f"No longer fits the deal, and has to be changed: {'; '.join(unfit)}")
    return Restored(about, State(meeting, tuple(map(str, draft["declined"])), typed))
