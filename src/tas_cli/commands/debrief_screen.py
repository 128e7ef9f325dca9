"""The full-screen debrief, opened for a deal."""

from __future__ import annotations

import typer

from tas_cli.assess.briefing import Briefing
from tas_cli.commands.display import screen
from tas_cli.commands.edit_support import Target
from tas_cli.debrief.answers import Answers
from tas_cli.debrief.app import DebriefApp
from tas_cli.debrief.session import Session
from tas_cli.tui.full_screen import run
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(to: Target, brief: Briefing, start: Answers) -> None:
    """Hold the debrief on the full screen, then report what was saved."""
    shows = screen()
    app = DebriefApp(
        OpenDeal(to.id, to.path, to.workspace),
        Session(brief, start),
        to.opportunity,
        ascii_only=not shows.unicode,
        color=shows.color,
    )
    raise typer.Exit(run(app))
