"""Opens what a call refers to: the current workspace, or a deal by id or path."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from tas_cli.commands.standard_error import say
from tas_cli.diagnostics import Diagnostic
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.places import is_workspace, opportunity_id, shown_name, workspaces_below
from tas_cli.reading.owners import Owners
from tas_cli.reading.parties import parties_meant
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.git import user_name
from tas_cli.views.findings import in_brief
from tas_cli.workspace import (
    Deal,
    Workspace,
    find,
    open_workspace,
    read,
    read_account,
)

NO_WORKSPACE = "there is no workspace here."


def workspace_here() -> Workspace:
    """Return the workspace around the working directory.

    In the wrong folder the user should learn that, not that there are no deals.

    Raises:
        WrongCall: there is no workspace.
    """
    workspace = open_workspace()
    if not is_workspace(workspace.root):
        raise nothing_below(workspace.root, NO_WORKSPACE)
    return workspace


def nothing_below(path: Path, message: str) -> WrongCall:
    """Return the refusal of a call that looks where there are no deals.

    It names any workspaces in folders below: the user probably means one of them.
    """
    looked_for = "Looked for tas.yaml and for .yaml files in opportunities/."
    below = [] if is_workspace(path) else workspaces_below(path)
    if below:
        advice = f"Go to a workspace below this folder: {', '.join(map(shown_name, below))}."
    else:
        advice = "Change to a workspace, or create one with `tas init`."
    return WrongCall(message, advice, lines=[looked_for])


def find_file(name: str) -> tuple[Workspace, Path]:
    """Return the workspace, and the file of the opportunity with this id or path, still unread.

    Errors in the settings are reported on standard error.
    """
    workspace = open_workspace(Path(name) if os.sep in name and Path(name).exists() else None)
    path = deal_file(workspace, name)
    settings = workspace.settings_reading
    report_in_brief(settings.diagnostics if settings else ())
    return workspace, path


def deal_file(workspace: Workspace, name: str) -> Path:
    """Return the file of the deal with this id or path, or at a terminal with part of its name.

    Raises:
        WrongCall: there is none, or no workspace to look in.
        Refusal: several files have that id.
    """
    try:
        return find(workspace, name)
    except WrongCall:
        if os.sep in name or not name.strip():
            raise
        if not is_workspace(workspace.root):
            raise nothing_below(workspace.root, NO_WORKSPACE) from None
        from tas_cli.commands.finding import deal_by_part  # noqa: PLC0415 - only for part of a name

        whole = deal_by_part(workspace, name)
        if whole is None:
            raise
        return find(workspace, whole)


def open_deal(name: str) -> tuple[Workspace, Deal]:
    """Open the opportunity with this id or path.

    Signs that were fixed while reading are reported on standard error.
    """
    workspace, path = find_file(name)
    reading = read(path, workspace)
    if reading.value is None:
        raise Refusal(
            f"{reading.file} has errors:",
            "Run `tas check` to see the lines and how to fix them.",
            lines=[*map(in_brief, reading.diagnostics)],
        )
    report_in_brief(reading.diagnostics)
    account = account_of(workspace, reading.value)
    root, key = workspace.root, opportunity_id(path)
    return workspace, Deal(key, reading.file, reading.value, account, reading, root)


def account_of(workspace: Workspace, deal: Opportunity) -> Account | None:
    """Return the account that a deal names; report on standard error if it cannot be used."""
    if not deal.account:
        return None
    reading = read_account(workspace, deal.account)
    if reading is None:
        say(f"There is no accounts/{deal.account}.yaml, which this deal names. See `tas check`.")
        return None
    report_in_brief(reading.diagnostics)
    return reading.value


def competitor_or_stop(deal: Deal, party: str | None) -> str | None:
    """Return the competitor with this id or name, or its beginning.

    Raises:
        WrongCall: the deal has no such competitor.
    """
    if party is None:
        return None
    known = deal.opportunity.competitors
    found = [key for key in parties_meant(party, deal.opportunity) if key in known]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongCall(
            f"{deal.id} has several competitors named {party}.",
            f"Use a short name: {', '.join(found)}.",
        )
    listed = ", ".join(known) or "none"
    raise WrongCall(f"{deal.id} has no competitor {party}.", f"Its competitors: {listed}.")


def report_in_brief(diagnostics: Iterable[Diagnostic]) -> None:
    """Report what is wrong with a file on standard error, one line per finding."""
    for found in diagnostics:
        sys.stderr.write(in_brief(found) + "\n")


def user(workspace: Workspace) -> str | None:
    """Return git's user name, or that person's id in the team; None if git has no name."""
    return Owners(workspace.settings.team).person(user_name(workspace.root))
