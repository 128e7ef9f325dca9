"""The full-screen debrief, opened for a deal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tas_cli.commands.display import screen

if TYPE_CHECKING:
    from tas_cli.assess.briefing import Briefing
    from tas_cli.commands.changing import Target
    from tas_cli.debrief.answers import Answers


def on_the_screen(to: Target, brief: Briefing, start: Answers) -> None:
    """Hold the debrief on the full screen, and say afterwards what was saved."""
    from tas_cli.debrief.app import DebriefApp, Subject, run  # noqa: PLC0415
    from tas_cli.debrief.session import Session  # noqa: PLC0415
    from tas_cli.scorecard.settle import settle  # noqa: PLC0415

    shows = screen()
    subject = Subject(to.id, to.path, to.workspace, to.opportunity)
    app = DebriefApp(
        subject, Session(brief, start), ascii_only=not shows.unicode, colour=shows.colour
    )
    settle()
    for note in run(app):
        sys.stdout.write(note + "\n")
