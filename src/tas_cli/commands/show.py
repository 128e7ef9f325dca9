"""`tas show`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.options import At, Evidenced, Opportunity, Versus


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    *,
    versus: Versus = None,
    at: At = None,
    history: Annotated[
        bool, typer.Option("--history", help="Show the assessments side by side.")
    ] = False,
    evidenced: Evidenced = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show who said what, and when.")
    ] = False,
    output: Annotated[
        Literal["text", "json", "svg"],
        typer.Option("--format", help="How to print the result; svg draws the grid."),
    ] = "text",
) -> None:
    """Show the scorecard: weak spots, unknowns, and who leads.

    A mark stands left for -, in the middle for ? and right for +, between the two poles of each
    criterion.
    """
    from tas_cli.commands.deal_pages import ScorecardCall, print_scorecard  # noqa: PLC0415 - see options.py

    call = ScorecardCall(versus, at, history, evidenced, evidence)
    print_scorecard(opportunity, call, output)
