"""`tas board`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.options import (
    ForcePage,
    Opened,
    Owner,
    PageFile,
    PagePath,
    Redacted,
    Remembered,
    Text,
)


def command(  # noqa: PLR0913 - its options
    *,
    owner: Owner = None,
    team: Annotated[
        Text,
        typer.Option(metavar="TEAM", help="Only this team's deals; tas.yaml lists the members."),
    ] = None,
    by: Annotated[
        Literal["owner", "team", "step", "customer"] | None,
        typer.Option(help="Show a line for each owner, team, step or customer."),
    ] = None,
    since: Annotated[
        Text,
        typer.Option(
            metavar="DATE",
            help="Show what changed since this day; in short, since the last Monday before today.",
        ),
    ] = None,
    at: Annotated[
        Text, typer.Option("--at", metavar="DATE", help="Show the board of an earlier day.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--full", help="Show all deals to ask about, and all figures.")
    ] = False,
    rollout: Annotated[
        bool,
        typer.Option("--rollout", help="Show how far along the rollout is, by day and by rep."),
    ] = False,
    quarter: Annotated[
        Text,
        typer.Option(
            metavar="[QUARTER]",
            help="Show the forecast: for this quarter, or for 2027Q1, a year, next or last.",
        ),
    ] = None,
    began: Annotated[
        Text,
        typer.Option(
            "--from",
            metavar="DATE",
            help="The forecast's or the rollout's first day; for the rollout, by default, the day"
            " of the first assessment.",
        ),
    ] = None,
    until: Annotated[
        Text,
        typer.Option("--to", metavar="DATE", help="Show the forecast up to this day; see --from."),
    ] = None,
    closed: Annotated[
        Text,
        typer.Option(
            metavar="PERIOD",
            help="Count deals won and lost in this period (2027, 2027Q1, Mar 2027, 2026..), by "
            "competitor and by strategy.",
        ),
    ] = None,
    rep: Annotated[
        Text,
        typer.Option(metavar="NAME", help="Show what to talk about with this rep."),
    ] = None,
    trend: Annotated[
        Text,
        typer.Option(
            metavar="[WEEKS]",
            help="Show how the key figures moved over this many weeks, or 12.",
        ),
    ] = None,
    no_cache: Remembered = False,
    output: Annotated[
        Literal["text", "json", "markdown", "html"],
        typer.Option("--format", help="Output format; html is a page to mail or open anywhere."),
    ] = "text",
    file: PagePath = None,
    opened: Opened = False,
    force: ForcePage = False,
    redact: Redacted = False,
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

    --quarter shows the forecast: won, commit, best case and open, as called by the reps and as
    evidenced by the buyers' outcomes, against the quotas in tas.yaml, and what moved it.

    --format html, --output or --open make one page of it all, with a table of all open deals to
    sort, search and filter. It needs no network and no other file.
    """
    from tas_cli.commands.board_page import BoardCall, print_board  # noqa: PLC0415 - not for help

    parts = everything, rollout, closed, rep, trend
    span = quarter, began, until
    call = BoardCall(owner, team, by, since, at, *parts, *span, not no_cache)
    if output == "html" or file or opened or force or redact:
        from tas_cli.commands.board_file import write_board  # noqa: PLC0415 - loads jinja2

        write_board(call, output, PageFile(file, opened, force), redact=redact)
    else:
        print_board(call, output)
