"""The full-screen debrief, opened for a deal."""

from __future__ import annotations

from functools import partial

from tas_cli.assess.briefing import Briefing
from tas_cli.commands.edit_support import Target
from tas_cli.commands.screens import show
from tas_cli.debrief.answers import Answers
from tas_cli.debrief.app import DebriefApp
from tas_cli.debrief.session import Session
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(to: Target, brief: Briefing, start: Answers) -> None:
    """Hold the debrief on the full screen, then report what was saved."""
    on_screen = OpenDeal(to.id, to.path, to.workspace)
    show(partial(DebriefApp, on_screen, Session(brief, start), to.opportunity))
