"""`tas show`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion import opportunities
from tas_cli.commands.options import At, Evidenced, Force, Opportunity, PictureFile, Text, Versus
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
            "--format", help="Output format; svg draws it for slides, markdown is for two deals."
        ),
    ] = "text",
    file: PictureFile = None,
    force: Force = False,
) -> None:
    """Show the scorecard: weak spots, unknowns, and who leads.

    The recommended strategy and what to do first come before the grid. Each criterion has a weak
    pole on the left and a strong one on the right. The mark is on the left for -, in the middle
    for ? and on the right for +. With two deals, both are shown side by side, against the
    primary competitor of each.

    With --output scorecard.svg, the scorecard is drawn as a picture for mails and slides; what is
    rated without evidence, or has not been re-checked for long, has a hollow mark there.
    """
    if other is not None:
        if versus or since or brief or history or evidence or output == "svg" or file:
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
        if output == "svg" or file:
            raise WrongCall("--since lists changes, which no picture shows.", "Leave out --since.")
        from tas_cli.commands.since_page import print_changes  # noqa: PLC0415 - see options.py

        print_changes(opportunity, since, at, output, evidenced=evidenced)
        return
    from tas_cli.commands import pictures, show_page  # noqa: PLC0415 - see options.py

    call = show_page.ScorecardCall(versus, at, history, evidenced, evidence, brief)
    to = pictures.To(file, force)
    if not pictures.is_picture(output, to):
        show_page.print_scorecard(opportunity, call, output)
        return
    if history or evidence or brief:
        raise WrongCall(
            "a picture shows the scorecard of a day, without --history, --evidence and --brief.",
            "It takes --vs, --at, --evidenced, --output and --force.",
        )
    pictures.give_picture(to, lambda: show_page.scorecard_picture(opportunity, call))
