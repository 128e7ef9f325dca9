"""The full screen of a meeting, opened for a deal."""

from __future__ import annotations

from functools import partial

from tas_cli.commands.edit_support import Target
from tas_cli.commands.screens import show
from tas_cli.edits.meeting_lines import Meeting
from tas_cli.meeting.app import MeetingApp
from tas_cli.meeting.session import Session, State
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(to: Target, meeting: Meeting) -> None:
    """Write down a meeting on the full screen, and exit with its status."""
    session = Session(
        to.opportunity, to.workspace.settings, to.interpreter, State(meeting), to.account
    )
    show(partial(MeetingApp, OpenDeal(to.id, to.path, to.workspace), session))
