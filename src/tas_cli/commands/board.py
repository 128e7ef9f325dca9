"""`tas board`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.board.board import board
from tas_cli.board.rollout import rollout as rolled_out
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, lines_for, report_left_out
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.display import screen
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import Paged, PageFormat, Remembered, Text
from tas_cli.commands.printing import print_as
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views import board as views
from tas_cli.views import rollout as rollout_views
from tas_cli.views.json.board import board_json, rollout_json

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
        Literal["owner", "step", "customer"], typer.Option(help="Group deals by this.")
    ] = "owner",
    since: Annotated[
        Text,
        typer.Option(
            metavar="DATE",
            help="Show changes since this day; by default, the last Monday before today.",
        ),
    ] = None,
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
    """Show which deals and which reps need attention.

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
        print_as(output, lambda: rollout_json(spread), lambda: rollout_views.page(spread))
    else:
        shown = board(rows, scope, by, found.left_out)
        named = _named(output)
        print_as(output, lambda: board_json(shown, found.not_yet), lambda: views.page(shown, named))
    report_left_out(found, workspace, scope)


def _named(output: PageFormat) -> int:
    """Return how many changed deals to name."""
    if output == "markdown":
        return views.IN_A_DOCUMENT
    return views.ON_A_TERMINAL if screen().cut else views.IN_A_PIPE
