"""The briefing of a deal in its workspace: what the engine and the checks say goes with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tas_cli.assess.briefing import Briefing, moved_on
from tas_cli.checking.examine import examine
from tas_cli.checking.levels import Levels
from tas_cli.checking.selection import Selection
from tas_cli.diagnostics import Diagnostic, Severity, filled_in
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.paths import slashed
from tas_cli.workspace import Workspace


def brief(workspace: Workspace, path: Path, opportunity: Opportunity, day: date) -> Briefing:
    """Return what is to be known of a deal for a debrief on a day."""
    found = Briefing.of(opportunity, workspace.settings, day)
    found.warnings = _warnings(workspace, path, day)
    found.moved_on = moved_on(opportunity, found.opportunity, day)
    return found


def _warnings(workspace: Workspace, path: Path, day: date) -> tuple[Diagnostic, ...]:
    """Return what `tas check` says of the file, hints left out, as it counts in this workspace."""
    settings = workspace.settings
    levels = Levels(settings, Selection())
    try:
        data = read_bytes(path, workspace.root)
    except Unreadable:
        return ()
    found = [
        each._replace(help=filled_in(each.help, path.name))
        for each in examine(data, settings, day, levels.asked_for).diagnostics
    ]

    counting = levels.applied(found, lambda: slashed(path, workspace.root))
    return tuple(each for each in counting if each.severity is not Severity.INFO)
