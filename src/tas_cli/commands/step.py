"""`tas step`."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.completion_names import sales_steps
from tas_cli.commands.display import screen
from tas_cli.commands.edit_support import (
    DryRun,
    On,
    Target,
    change,
    day_that_has_come,
    endings,
    given,
    show_difference,
    target,
)
from tas_cli.commands.options import Format, Formatted, Opportunity, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.edits.process import Told


def command(
    opportunity: Opportunity,
    step: Annotated[
        str | None,
        typer.Argument(
            metavar="STEP",
            help="Its key, title or number; where the deal stands if left out.",
            autocompletion=sales_steps,
        ),
    ] = None,
    *,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """See or say which sales step the deal works on, or go back to an earlier one.

    The steps before it are claimed as completed. More may be claimed than the evidence shows; you
    are told what is missing. Going back starts the step anew that day, and takes back the days of
    later steps. `history:` keeps every move.
    """
    to, today = target(opportunity), today_or_stop()
    if step is None:
        if on is not None or dry_run:
            raise Stop(
                "no step is named.",
                status=WRONG_CALL,
                help="`tas step ID STEP` moves the deal; `tas step ID` shows where it stands.",
            )
        _tell(_standing(to, today), output, moved=False)
    else:
        day = day_that_has_come(on) if on else None
        _tell(_moved(to, step, day, today, dry_run=dry_run), output)


def _standing(to: Target, today: date) -> Told:
    """Return where the deal stands, told as a move that changes nothing."""
    from tas_cli.assess.process import sales_process  # noqa: PLC0415
    from tas_cli.edits.process import Told, standings  # noqa: PLC0415

    unchanged = change(to, lambda _: (), dry_run=True)
    was, now = standings(unchanged, sales_process(to.workspace.settings), today)
    step = now.working.key if now.working else ""
    return Told(to.id, unchanged, dry_run=False, step=step, was=was, now=now)


def _moved(to: Target, step: str, day: date | None, today: date, *, dry_run: bool) -> Told:
    """Move the deal, and return what came of it."""
    from tas_cli.assess.process import sales_process  # noqa: PLC0415
    from tas_cli.edits.process import Move, Told, standings, step_named, work_on  # noqa: PLC0415

    process = sales_process(to.workspace.settings)
    with endings():
        named = step_named(given(step, "STEP") or "", process)
    move = Move(named, process, day, today)
    written = change(to, lambda now: work_on(now, move), dry_run=dry_run)
    return Told(to.id, written, dry_run, named.key, *standings(written, process, today))


def _tell(told: Told, output: Format, *, moved: bool = True) -> None:
    """Print what came of the move, or where the deal stands."""
    if output is Format.json:
        from tas_cli.views.json.process import told_json  # noqa: PLC0415

        sys.stdout.write(told_json(told))
        return
    from tas_cli.views.terminal import process as views  # noqa: PLC0415

    if told.dry_run:
        show_difference(told.written)
    else:
        sys.stdout.write((views.step_told if moved else views.step_shown)(told, screen()))
