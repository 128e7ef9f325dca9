"""`tas step`."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.changing import (
    DryRun,
    On,
    change,
    day_that_has_come,
    endings,
    given,
    target,
)
from tas_cli.commands.display import screen
from tas_cli.commands.options import Format, Formatted, Opportunity, today_or_stop

if TYPE_CHECKING:
    from tas_cli.edits.process import Told


def sales_steps(incomplete: str) -> list[tuple[str, str]]:
    """Return the steps of the workspace's sales process, for the shell; never fails."""
    with suppress(Exception):
        from tas_cli.assess.process import sales_process  # noqa: PLC0415
        from tas_cli.workspace import open_workspace  # noqa: PLC0415

        process = sales_process(open_workspace().settings)
        return [(each.key, each.title) for each in process if each.key.startswith(incomplete)]
    return []


def command(
    opportunity: Opportunity,
    step: Annotated[
        str,
        typer.Argument(
            metavar="STEP", help="Its key, title or number.", autocompletion=sales_steps
        ),
    ],
    *,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Say which sales step the deal works on, or go back to an earlier one.

    The steps before it are claimed as completed. More may be claimed than the evidence shows; you
    are told what is missing. Going back takes back what was said of the step's end and of later
    steps. `history:` keeps every move.
    """
    from tas_cli.assess.process import sales_process  # noqa: PLC0415
    from tas_cli.edits.process import Move, Told, standings, step_named, work_on  # noqa: PLC0415

    to, today = target(opportunity), today_or_stop()
    day = day_that_has_come(on) if on else None
    process = sales_process(to.workspace.settings)
    with endings():
        named = step_named(given(step, "STEP") or "", process)
    move = Move(named, process, day, today)
    written = change(to, lambda now: work_on(to.opportunity, now, move), dry_run=dry_run)
    both = standings(written, process, today)
    _tell(Told(to.id, written, dry_run, named.key, *both), output)


def _tell(told: Told, output: Format) -> None:
    """Print what came of the move."""
    if output is Format.json:
        from tas_cli.views.json.process import told_json  # noqa: PLC0415

        sys.stdout.write(told_json(told))
        return
    from tas_cli.views.terminal.process import difference, step_told  # noqa: PLC0415

    view = difference if told.dry_run else step_told
    sys.stdout.write(view(told, screen()))
    if told.dry_run:
        sys.stderr.write("Nothing was written.\n")
