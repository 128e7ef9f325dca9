"""The full screen of a deal's people, opened for a deal."""

from __future__ import annotations

from functools import partial

from tas_cli.commands.display import has_full_screen
from tas_cli.commands.edit_support import target
from tas_cli.commands.screens import show
from tas_cli.people.app import PeopleApp
from tas_cli.people.session import Session
from tas_cli.refusals import WrongCall
from tas_cli.tui.session_app import OpenDeal


def on_the_screen(name: str, *, alone: bool) -> None:
    """Keep the people of a deal on the full screen, and exit with its status.

    Raises:
        WrongCall: the call is not `alone`, but has options of the page, or there is no full screen.
    """
    if not alone:
        raise WrongCall("--edit shows the people as of today.", "Leave out the other options.")
    if not has_full_screen():
        raise WrongCall(
            "--edit needs a terminal that can show a full screen.",
            f'In a script: tas people {name} "Joan Meyer, COO" D + 5 multiple.',
        )
    to = target(name)
    session = Session(to.opportunity, to.account, to.workspace.settings, to.interpreter)
    show(partial(PeopleApp, OpenDeal(to.id, to.path, to.workspace), session))
