"""`tas board`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

import typer

from tas_cli.board.asking import Asking
from tas_cli.board.board import board
from tas_cli.board.rollout import rollout as rolled_out
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, lines_for, report_left_out
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.display import height, screen
from tas_cli.commands.folding import width
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import Paged, PageFormat, Remembered, Text
from tas_cli.commands.printing import print_as
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views import board as views
from tas_cli.views import rollout as rollout_views
from tas_cli.views.asking import fitting
from tas_cli.views.json.board import board_json, rollout_json

_AROUND = 8
"""The lines of a board around the deals to ask about, besides what is true of many."""
_IN_A_CHANNEL = 5
"""How many deals to ask about are posted."""

Owner = Annotated[
    Text, typer.Option(metavar="NAME", help="Only this owner's deals: short name or full name.")
]


def command(  # noqa: PLR0913 - its options
    *,
    owner: Owner = None,
    team: Annotated[
        Text,
        typer.Option(metavar="TEAM", help="Only this team's deals; tas.yaml lists the members."),
    ] = None,
    by: Annotated[
        Literal["owner", "step", "customer"] | None,
        typer.Option(help="Show a line for each owner, step or customer."),
    ] = None,
    since: Annotated[
        Text,
        typer.Option(
            metavar="DATE",
            help="Show what changed since this day; in short, since the last Monday before today.",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--full", help="Show all deals to ask about, and all figures.")
    ] = False,
    rollout: Annotated[
        bool,
        typer.Option("--rollout", help="Show how far along the rollout is, by day and by rep."),
    ] = False,
    began: Annotated[
        Text,
        typer.Option(
            "--from",
            metavar="DATE",
            help="The rollout's first day; by default, the day of the first assessment.",
        ),
    ] = None,
    no_cache: Remembered = False,
    output: Paged = "text",
) -> None:
    """Show which deals to ask about, and what.

    Deals whose forecast or plan is wrong come first, by amount; those debriefed in the last week
    are left out. What is true of more than half of the deals is said once. --full adds all figures.
    Evid.: the amount weighted by the probability of the last evidenced step; Claimed: the same
    for the last claimed step. Review, Debrief: the share of deals updated and debriefed in the
    last 30 days (after the slash: the number of debriefs). Age: the average age of the
    ratings for us. Unk.: the share of the twenty criteria still unknown for us. Actions: action
    items open and overdue. Late: past the close date, or in the sales step longer than usual.
    Totals are per currency unless tas.yaml has `rates:`.
    """
    day = todays_date()
    first = day_not_in_future(since, "--since") if since is not None else last_monday(day)
    start = day_not_in_future(began, "--from") if began is not None else None
    if start and not rollout:
        raise WrongCall("--from needs --rollout.")
    workspace = workspace_here()
    scope = Scope(workspace.settings, day, first)
    found = all_deals(workspace, scope, remember=not no_cache)
    rows = lines_for(found.deals, workspace.settings, owner, team)
    if rollout:
        spread = rolled_out(rows, scope, start, found.left_out)
        json, page = partial(rollout_json, spread), partial(rollout_views.page, spread)
    else:
        shown = board(rows, scope, by or "owner", found.left_out)
        asks = _asked(shown.asking, output, everything=everything)
        named, sections = _named(output), (by is not None, since is not None, everything)
        parts = views.Parts(asks, named, *sections, "tas board --full")
        json, page = partial(board_json, shown, found.not_yet), partial(views.page, shown, parts)
    print_as(output, json, page, paged=True)
    report_left_out(found, workspace, scope)


def _asked(found: Asking, output: PageFormat, *, everything: bool) -> int:
    """Return how many deals to ask about are shown: on a terminal, as many as fit on it."""
    if everything:
        return len(found.asks)
    if output == "markdown":
        return _IN_A_CHANNEL
    return fitting(found, height() - _AROUND - 2 * len(found.shared), width())


def _named(output: PageFormat) -> int:
    """Return how many changed deals to name."""
    if output == "markdown":
        return views.IN_A_DOCUMENT
    return views.ON_A_TERMINAL if screen().cut else views.IN_A_PIPE
