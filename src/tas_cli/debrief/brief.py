"""The briefing of a deal in its workspace: what the engine and the checks say goes with it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from tas_cli.assess.briefing import Around, Briefing, Outlook, briefing
from tas_cli.assess.process import sales_process
from tas_cli.checking.examine import examine
from tas_cli.checking.levels import Levels
from tas_cli.checking.selection import Selection
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.strategy.advice import Advice, advise
from tas_cli.workspace import Workspace


def brief(workspace: Workspace, path: Path, opportunity: Opportunity, day: date) -> Briefing:
    """Return what is to be known of a deal for a debrief on a day."""
    outlook = _outlook(advise(opportunity, day))
    around = Around(outlook, _warnings(workspace, path, day))
    return briefing(opportunity, sales_process(workspace.settings), day, around)


def _outlook(advice: Advice) -> Outlook:
    decision = advice.decision
    deciding = decision.deciding
    return Outlook(
        decision.recommended,
        tuple(decision.reachable),
        advice.chosen,
        tuple((each.criterion, each.party) for each in deciding),
        alone=bool(deciding) and deciding[0].alone,
    )


def _warnings(workspace: Workspace, path: Path, day: date) -> tuple[Diagnostic, ...]:
    """Return what `tas check` says of the file, hints left out, as it counts in this workspace."""
    settings = workspace.settings
    levels = Levels(settings, Selection())
    try:
        data = read_bytes(path, workspace.root)
    except Unreadable:
        return ()
    found = examine(data, settings, day, levels.asked_for).diagnostics

    def name() -> str:
        return os.path.relpath(path, workspace.root).replace(os.sep, "/")

    return tuple(each for each in levels.applied(found, name) if each.severity is not Severity.INFO)
