"""`tas show`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion import opportunities
from tas_cli.commands.options import At, Evidenced, Opportunity, Text, Versus
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    other: Annotated[
        Text,
        typer.Argument(
            metavar="OTHER",
            help="A second deal, to see both side by side.",
            autocompletion=opportunities,
        ),
    ] = None,
    *,
    versus: Versus = None,
    at: At = None,
    since: Annotated[
        Text,
        typer.Option("--since", metavar="DATE", help="Show only what changed from this day on."),
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Only the essentials, on one screen.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Show all assessments side by side.")
    ] = False,
    evidenced: Evidenced = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show who said what, and when.")
    ] = False,
    output: Annotated[
        Literal["text", "json", "markdown", "svg"],
        typer.Option(
            "--format", help="Output format; svg draws the grid, markdown is for two deals."
        ),
    ] = "text",
) -> None:
    """Show the scorecard: weak spots, unknowns, and who leads.

    The recommended strategy and what to do first come before the grid. Each criterion has a weak
    pole on the left and a strong one on the right. The mark is on the left for -, in the middle
    for ? and on the right for +. With two deals, both are shown side by side, against the
    primary competitor of each.
    """
    if other is not None:
        if versus or since or brief or history or evidence or output == "svg":
            raise WrongCall(
                "two deals side by side take only --at, --evidenced and --format.",
                "Leave out the other option, or name one deal.",
            )
        from tas_cli.commands.pair_page import print_pair  # noqa: PLC0415 - see options.py

        print_pair((opportunity, other), at, output, evidenced=evidenced)
        return
    if output == "markdown":
        raise WrongCall(
            "--format markdown needs two deals.",
            "`tas prep ID --format markdown` has a deal to post.",
        )
    if since is not None:
        from tas_cli.commands.since_page import print_changes  # noqa: PLC0415 - see options.py

        print_changes(opportunity, since, at, output, evidenced=evidenced)
        return
    from tas_cli.commands.show_page import ScorecardCall, print_scorecard  # noqa: PLC0415 - see options.py

    call = ScorecardCall(versus, at, history, evidenced, evidence, brief)
    print_scorecard(opportunity, call, output)
