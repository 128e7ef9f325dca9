"""The full screen of suggested tactics, opened for a deal."""

from __future__ import annotations

from datetime import date
from functools import partial

from tas_cli.commands.edit_support import Target
from tas_cli.commands.screens import show
from tas_cli.tactics.app import TacticsApp
from tas_cli.tactics.session import Session
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(to: Target, most: int | None, owner: str | None, due: date) -> None:
    """Pick suggested tactics on the full screen, and exit with its status.

    At most `most` of a kind are shown; `owner` and `due` are for those without their own.
    """
    settings = to.workspace.settings
    session = Session(to.opportunity, to.account, settings, to.interpreter, owner, due, most)
    show(partial(TacticsApp, OpenDeal(to.id, to.path, to.workspace), session))
