"""The full screen of a challenge, opened for a deal."""

from __future__ import annotations

from functools import partial

from tas_cli.challenge.app import ChallengeApp
from tas_cli.challenge.session import Session
from tas_cli.commands.edit_support import Target
from tas_cli.commands.screens import show
from tas_cli.edits.challenge import Entered
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(to: Target, start: Entered, categories: list[str]) -> None:
    """Challenge the plan of a deal on the full screen, and exit with its status."""
    settings = to.workspace.settings
    session = Session(to.opportunity, settings, to.interpreter, start, to.account)
    for category in categories[:1]:
        session.go_to(category)
    show(partial(ChallengeApp, OpenDeal(to.id, to.path, to.workspace), session))
