"""The full-screen scorecard, opened for a deal."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from tas_cli.commands.opening import open_deal
from tas_cli.commands.screens import show
from tas_cli.scorecard.app import ScorecardApp
from tas_cli.scorecard.session import Session
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(name: str, by: str | None, day: date) -> None:
    """Rate a deal on the full screen, and exit with its status."""
    workspace, deal = open_deal(name)
    on_screen = OpenDeal(deal.id, Path(deal.file), workspace)
    session = Session(deal.opportunity, workspace.settings, day, account=deal.account)
    show(partial(ScorecardApp, on_screen, session, by))
