"""Lines as they were kept, made deals again."""

from __future__ import annotations

import os
from pathlib import Path

from tas_cli.board.board import Row
from tas_cli.board.line import Line
from tas_cli.board.survey import Answer
from tas_cli.model.settings import Settings


class Restored:
    """Makes rows of answers; what the settings say of a check's level holds on the board, too."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self._root = root
        self._settings = settings

    def row(self, answer: Answer) -> Row | None:
        """Return a file's deal, None where the file cannot be used."""
        if not answer.kept:
            return None
        line = Line._make(answer.kept)
        if line.forecast:
            line = _with_forecast(line, self._counting(line.forecast, answer.file))
        return Row(answer.id, answer.file, line)

    def _counting(self, found: list[list[str]], file: str) -> list[list[str]]:
        """Return the findings of the forecast without those that the settings switch off."""
        from tas_cli.checking.levels import Levels  # noqa: PLC0415 - seldom needed
        from tas_cli.checking.selection import Selection  # noqa: PLC0415 - as above
        from tas_cli.diagnostics import Diagnostic, Severity  # noqa: PLC0415 - as above

        nowhere = (1, 1, 1, 1, ())
        diagnostics = [
            Diagnostic(code, Severity(severity), message, file, *nowhere)
            for code, severity, message in found
        ]
        levels = Levels(self._settings, Selection())
        path = os.path.relpath(file, self._root).replace(os.sep, "/")
        return [
            [each.code, str(each.severity), each.message]
            for each in levels.applied(diagnostics, lambda: path)
        ]


def _with_forecast(line: Line, counting: list[list[str]]) -> Line:
    """Return a line with those findings of the forecast that count, and the reasons with them."""
    gone = {each[0] for each in line.forecast} - {each[0] for each in counting}
    left = [each for each in line.reasons if each[0] not in gone]
    return line._replace(forecast=counting, reasons=left)
