"""The briefing of a deal in its workspace, including what the engine and the checks report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tas_cli.assess.briefing import Briefing, moved_on
from tas_cli.checking.examine import examine
from tas_cli.checking.levels import Levels
from tas_cli.checking.selection import Selection
from tas_cli.diagnostics import Diagnostic, Severity, filled_in
from tas_cli.gather.accounts import accounts
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.paths import slashed
from tas_cli.workspace import Workspace


def brief(
    workspace: Workspace,
    path: Path,
    opportunity: Opportunity,
    day: date,
    account: Account | None = None,
) -> Briefing:
    """Return what you need to know about a deal for a debrief on this day."""
    found = Briefing.of(opportunity, workspace.settings, day, account=account)
    found.warnings = _warnings(workspace, path, day)
    found.moved_on = moved_on(opportunity, found.opportunity, day)
    return found


def _warnings(workspace: Workspace, path: Path, day: date) -> tuple[Diagnostic, ...]:
    """Return what `tas check` reports for the file in this workspace, except hints."""
    settings = workspace.settings
    levels = Levels(settings, Selection())
    try:
        data = read_bytes(path, workspace.root)
    except Unreadable:
        return ()
    other = accounts(workspace.root).of(data, workspace.root)
    found = [
        each._replace(help=filled_in(each.help, path.name))
        for each in examine(data, settings, day, levels.asked_for, other=other).diagnostics
    ]

    counting = levels.applied(found, lambda: slashed(path, workspace.root))
    return tuple(each for each in counting if each.severity is not Severity.INFO)
