"""`tas plan`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from tas_cli.commands.completion_names import plan_fields
from tas_cli.commands.options import At, DryRun, How, Opportunity, Text
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE",
            help='goal="Their partner in all regions" due="26 Feb"',
            autocompletion=plan_fields,
        ),
    ] = None,
    *,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Suggest tactics, and say why; you pick.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --suggest: do not stop at three of a kind.")
    ] = False,
    take: Annotated[
        Text,
        typer.Option(
            metavar="KEYS", help="Add these suggestions to the plan: R15,I7:x-sys; all for all."
        ),
    ] = None,
    owner: Annotated[
        Text,
        typer.Option(metavar="NAME", help="Who does what you take; by default the deal's owner."),
    ] = None,
    due: Annotated[
        Text, typer.Option(metavar="DATE", help="When what you take is due; by default +1w.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="With --suggest: ask line by line, not full screen.")
    ] = False,
    at: At = None,
    dry_run: DryRun = False,
    output: Annotated[
        Literal["text", "json", "markdown", "ics"],
        typer.Option("--format", help="Output format; ics is a calendar of what is due."),
    ] = "text",
    file: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write the calendar to this file, as ics."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="With --output: replace a file that tas did not write.")
    ] = False,
) -> None:
    """Show the plan: goals, the way back from the close date, tactics.

    Beside our goal, objective and strategy stand the customer's, which ours must support. The usual
    days of the sales steps that are left are counted back from the close date (without one, from
    the compelling event), and the customer's own dates go before them. `tas tactics` adds what you
    do to win.

    --suggest proposes tactics from ratings, people and the sales step: retrieve what decides, prove
    your value, insulate against a competitor's strengths, minimize weaknesses, emphasize strengths.
    On a terminal, a full-screen list opens: Space picks, `w` adds what is picked to the plan, F1
    lists all keys. --take names them by their keys. Nothing else is written.

    Fields: goal, objective, items ("Licenses=500k, Rollout=1.2M": their amounts add up to the
    deal's), due (by default the close date), customer.goal, customer.objective, customer.strategy;
    agreed (who at the customer agreed to the dates) and agreed.when (by default today); dates.NAME,
    the customer's day for an outcome of the sales process or for anything else, as in
    dates.board_vote="16 Feb". An outcome's name alone is enough: requirements_met="15 Dec". An
    empty value clears a field; customer=, agreed= and dates= clear all of it.

    With --output plan.ics, the open tactics and the customer's dates are written as a calendar,
    which any calendar program imports; imported again, what has moved moves there, too.
    """
    from tas_cli.commands import plan_page, suggesting  # noqa: PLC0415 - see options.py

    picking = (take, owner, due)
    picks = suggest or everything or plain or any(each is not None for each in picking)
    if picks and (assignments or at is not None or file is not None or output == "ics"):
        raise WrongCall("--suggest cannot be combined with --at, a calendar or FIELD=VALUE.")
    if output == "ics" or file is not None:
        if assignments:
            raise WrongCall("a calendar shows the plan.", "Leave out FIELD=VALUE.")
        if output not in ("text", "ics"):
            advice = f"Use `--format {output} > FILE`."
            raise WrongCall(f"--output writes a calendar, not {output}.", advice)
        plan_page.write_calendar(opportunity, at, file, force=force)
    elif picks:
        asked = suggesting.Asked(opportunity, everything, *picking, plain)
        suggesting.suggested(asked, How(None, dry_run, output))
    elif assignments:
        if at is not None:
            raise WrongCall("--at applies only to the page.", "Leave out FIELD=VALUE, or --at.")
        plan_page.set_frame(opportunity, assignments, How(None, dry_run, output))
    else:
        plan_page.print_plan(opportunity, at, output)
