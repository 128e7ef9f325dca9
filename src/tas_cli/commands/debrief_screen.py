"""The full-screen debrief, opened for a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tas_cli.commands.display import screen

if TYPE_CHECKING:
    from tas_cli.assess.briefing import Briefing
    from tas_cli.commands.edit_support import Target
    from tas_cli.debrief.answers import Answers


def on_the_screen(to: Target, brief: Briefing, start: Answers) -> None:
    """Hold the debrief on the full screen, and say afterwards what was saved."""
    from tas_cli.debrief.app import DebriefApp, Subject  # noqa: PLC0415
    from tas_cli.debrief.session import Session  # noqa: PLC0415
    from tas_cli.tui.full_screen import run  # noqa: PLC0415

    shows = screen()
    subject = Subject(to.id, to.path, to.workspace, to.opportunity)
    app = DebriefApp(
        subject, Session(brief, start), ascii_only=not shows.unicode, colour=shows.colour
    )
    raise typer.Exit(run(app))
