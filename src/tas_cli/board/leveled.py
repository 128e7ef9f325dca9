"""A line's forecast findings, filtered by the levels in the settings."""

from __future__ import annotations

from pathlib import Path

from tas_cli.board.line import DealLine
from tas_cli.checking.levels import Levels
from tas_cli.checking.selection import Selection
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.model.settings import Settings
from tas_cli.source.paths import slashed


def leveled(line: DealLine, root: Path, settings: Settings) -> DealLine:
    """Return a line with only the findings that count under the settings, and its reasons."""
    found = [
        Diagnostic(code, Severity(severity), message, line.file, 1, 1, 1, 1, ())
        for code, severity, message in line.forecast
    ]
    path = slashed(line.file, root)
    counting = Levels(settings, Selection()).applied(found, lambda: path)
    gone = {each.code for each in found} - {each.code for each in counting}
    return line._replace(
        forecast=[[each.code, str(each.severity), each.message] for each in counting],
        reasons=[each for each in line.reasons if each[0] not in gone],
    )
