"""What the commands have in common: arguments, formats, today, the screen, opening a deal."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.completion import competitors, opportunities
from tas_cli.commands.stop import WRONG_CALL, Stop
from tas_cli.today import NotADateError, parse_day, today

if TYPE_CHECKING:
    from tas_cli.workspace import Deal, Workspace


class Format(StrEnum):
    """How a command prints its result."""

    text = "text"
    json = "json"


Opportunity = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The opportunity: its id, or its file.", autocompletion=opportunities
    ),
]
Formatted = Annotated[Format, typer.Option("--format", help="How to print the result.")]
Evidenced = Annotated[
    bool, typer.Option("--evidenced", help="Count our + only where there is evidence.")
]
At = Annotated[
    str | None, typer.Option("--at", metavar="DATE", help="As things stood on that day.")
]
Versus = Annotated[
    str | None,
    typer.Option(
        "--vs",
        metavar="COMPETITOR",
        help="Show one competitor only.",
        autocompletion=competitors,
    ),
]


def today_or_stop() -> date:
    """Return today's date; stop where `TAS_TODAY` is no date."""
    try:
        return today()
    except NotADateError as error:
        raise Stop(str(error), status=WRONG_CALL) from None


def day_or_stop(text: str | None, option: str) -> date:
    """Return the date that an option gives, today where it was left out."""
    if text is None:
        return today_or_stop()
    try:
        return parse_day(text)
    except ValueError:
        raise Stop(
            f"{option} {text}: not a date.",
            status=WRONG_CALL,
            help="Write year-month-day, such as 2026-11-23.",
        ) from None


def workspace_here() -> Workspace:
    """Return the workspace around the working directory; stop where there is none.

    Whoever stands in the wrong folder is told so, and not that there are no deals.
    """
    from tas_cli.places import is_workspace  # noqa: PLC0415
    from tas_cli.workspace import open_workspace  # noqa: PLC0415

    workspace = open_workspace()
    if not is_workspace(workspace.root):
        raise nothing_below(workspace.root, "there is no workspace here.")
    return workspace


def nothing_below(path: Path, message: str) -> Stop:
    """Return the end of a call that looks where there is no deal: what was looked for, and where.

    Workspaces further down are named: most often one of them is meant.
    """
    from tas_cli.places import is_workspace, shown_name, workspaces_below  # noqa: PLC0415

    looked_for = "Looked for tas.yaml and for .yaml files in a folder opportunities."
    below = [] if is_workspace(path) else workspaces_below(path)
    if below:
        advice = f"Go to a workspace further down: {', '.join(map(shown_name, below))}."
    else:
        advice = "Go to a workspace, or make one with `tas init`."
    return Stop(message, status=WRONG_CALL, lines=[looked_for], help=advice)


def find_file(name: str) -> tuple[Workspace, Path]:
    """Return the workspace and the file of the opportunity of that id or path, not read yet.

    What is wrong with the settings is said on standard error.
    """
    from tas_cli.views.terminal.diagnostics import in_brief  # noqa: PLC0415
    from tas_cli.workspace import NoOpportunity, TwoOpportunities, find, open_workspace  # noqa: PLC0415

    workspace = open_workspace(Path(name) if os.sep in name and Path(name).exists() else None)
    try:
        path = find(workspace, name)
    except NoOpportunity as error:
        raise _unknown(error.name, error.meant) from None
    except TwoOpportunities as error:
        files = ", ".join(error.files)
        raise Stop(f"{error.name} is the id of several files: {files}", help="Name one.") from None
    settings = workspace.settings_reading
    for found in settings.diagnostics if settings else ():
        sys.stderr.write(in_brief(found) + "\n")
    return workspace, path


def open_deal(name: str) -> tuple[Workspace, Deal]:
    """Open the opportunity of that id or path.

    Signs that were mended on the way are said on standard error.
    """
    from tas_cli.places import opportunity_id  # noqa: PLC0415
    from tas_cli.views.terminal.diagnostics import in_brief  # noqa: PLC0415
    from tas_cli.workspace import Deal, read  # noqa: PLC0415

    workspace, path = find_file(name)
    reading = read(path, workspace)
    if reading.value is None:
        raise Stop(
            f"{reading.file} cannot be used as it is:",
            lines=[*map(in_brief, reading.diagnostics)],
            help="`tas check` shows each place in the file.",
        )
    for found in reading.diagnostics:
        sys.stderr.write(in_brief(found) + "\n")
    return workspace, Deal(opportunity_id(path), reading.file, reading.value)


def _unknown(name: str, meant: str | None) -> Stop:
    advice = f"Did you mean {meant}?" if meant else "`tas list` shows what there is."
    return Stop(f"there is no opportunity {name}.", status=WRONG_CALL, help=advice)


def competitor_or_stop(deal: Deal, party: str | None) -> str | None:
    """Return the competitor that an id or a name means; stop where the deal has no such one."""
    from tas_cli.reading.parties import parties_named  # noqa: PLC0415

    if party is None:
        return None
    known = deal.opportunity.competitors
    found = [key for key in parties_named(party, deal.opportunity) if key in known]
    if len(found) == 1:
        return found[0]
    if found:
        raise Stop(
            f"{party} is the name of several competitors in {deal.id}.",
            status=WRONG_CALL,
            help=f"Write one id: {', '.join(found)}.",
        )
    listed = ", ".join(known) or "none"
    raise Stop(
        f"{party} is no competitor in {deal.id}.",
        status=WRONG_CALL,
        help=f"Its competitors: {listed}.",
    )
