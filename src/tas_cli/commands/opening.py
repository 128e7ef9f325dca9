"""Opening what a call names: the workspace around here, a deal by its id or its path."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from tas_cli.diagnostics import Diagnostic
from tas_cli.places import is_workspace, opportunity_id, shown_name, workspaces_below
from tas_cli.reading.owners import Owners
from tas_cli.reading.parties import parties_named
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.git import user_name
from tas_cli.views.findings import in_brief
from tas_cli.workspace import (
    Deal,
    Workspace,
    find,
    open_workspace,
    read,
)


def workspace_here() -> Workspace:
    """Return the workspace around the working directory; stop where there is none.

    Whoever stands in the wrong folder is told so, and not that there are no deals.
    """
    workspace = open_workspace()
    if not is_workspace(workspace.root):
        raise nothing_below(workspace.root, "there is no workspace here.")
    return workspace


def nothing_below(path: Path, message: str) -> WrongCall:
    """Return the end of a call that looks where there is no deal: what was looked for, and where.

    Workspaces further down are named: most often one of them is meant.
    """
    looked_for = "Looked for tas.yaml and for .yaml files in a folder opportunities."
    below = [] if is_workspace(path) else workspaces_below(path)
    if below:
        advice = f"Go to a workspace further down: {', '.join(map(shown_name, below))}."
    else:
        advice = "Go to a workspace, or make one with `tas init`."
    return WrongCall(message, advice, lines=[looked_for])


def find_file(name: str) -> tuple[Workspace, Path]:
    """Return the workspace and the file of the opportunity of that id or path, not read yet.

    What is wrong with the settings is said on standard error.
    """
    workspace = open_workspace(Path(name) if os.sep in name and Path(name).exists() else None)
    path = find(workspace, name)
    settings = workspace.settings_reading
    say_in_brief(settings.diagnostics if settings else ())
    return workspace, path


def open_deal(name: str) -> tuple[Workspace, Deal]:
    """Open the opportunity of that id or path.

    Signs that were mended on the way are said on standard error.
    """
    workspace, path = find_file(name)
    reading = read(path, workspace)
    if reading.value is None:
        raise Refusal(
            f"{reading.file} cannot be used as it is:",
            "`tas check` shows each place in the file.",
            lines=[*map(in_brief, reading.diagnostics)],
        )
    say_in_brief(reading.diagnostics)
    return workspace, Deal(opportunity_id(path), reading.file, reading.value)


def competitor_or_stop(deal: Deal, party: str | None) -> str | None:
    """Return the competitor that an id or a name means; stop where the deal has no such one."""
    if party is None:
        return None
    known = deal.opportunity.competitors
    found = [key for key in parties_named(party, deal.opportunity) if key in known]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongCall(
            f"{party} is the name of several competitors in {deal.id}.",
            f"Use one of: {', '.join(found)}.",
        )
    listed = ", ".join(known) or "none"
    raise WrongCall(f"{party} is not a competitor in {deal.id}.", f"Its competitors: {listed}.")


def say_in_brief(diagnostics: Iterable[Diagnostic]) -> None:
    """Say on standard error what is wrong with a file, a line for each finding."""
    for found in diagnostics:
        sys.stderr.write(in_brief(found) + "\n")


def user(workspace: Workspace) -> str | None:
    """Return git's user name, as the team calls its owner; None where git knows none."""
    return Owners(workspace.settings.team).person(user_name(workspace.root))
