"""Runs a full screen of a deal, with what the terminal can show."""

from __future__ import annotations

from typing import NoReturn, Protocol

import typer

from tas_cli.commands.display import screen
from tas_cli.tui.full_screen import FullScreen, run


class Screen(Protocol):
    """Makes a full screen for a terminal: `partial(PeopleApp, deal, session)`."""

    def __call__(self, *, ascii_only: bool, color: bool) -> FullScreen:
        """Return the application."""


def show(begin: Screen) -> NoReturn:
    """Run a full screen, print its notes, and exit with its status."""
    shows = screen()
    raise typer.Exit(run(begin(ascii_only=not shows.unicode, color=shows.color)))
