"""Lines as they were kept, made deals again."""

from __future__ import annotations

import os
from pathlib import Path

from tas_cli.board.line import DealLine
from tas_cli.board.survey import Answer
from tas_cli.model.settings import Settings


def restored(answer: Answer, root: Path, settings: Settings) -> DealLine | None:
    """Return a file's deal, None where the file cannot be used."""
    if not answer.kept:
        return None
    line = DealLine._make([*answer.kept[:-2], answer.id, answer.file])
    return _with_levels(line, root, settings) if line.forecast else line


def _with_levels(line: DealLine, root: Path, settings: Settings) -> DealLine:
    """Return a line with the findings that the settings let count, and the reasons with them."""
    from tas_cli.checking.levels import Levels  # noqa: PLC0415 - seldom needed
    from tas_cli.checking.selection import Selection  # noqa: PLC0415 - as above
    from tas_cli.diagnostics import Diagnostic, Severity  # noqa: PLC0415 - as above

    found = [
        Diagnostic(code, Severity(severity), message, line.file, 1, 1, 1, 1, ())
        for code, severity, message in line.forecast
    ]
    path = os.path.relpath(line.file, root).replace(os.sep, "/")
    counting = Levels(settings, Selection()).applied(found, lambda: path)
    gone = {each.code for each in found} - {each.code for each in counting}
    return line._replace(
        forecast=[[each.code, str(each.severity), each.message] for each in counting],
        reasons=[each for each in line.reasons if each[0] not in gone],
    )
