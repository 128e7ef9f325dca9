"""`tas check --format json`, version 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tas_cli.diagnostics import Diagnostic
from tas_cli.views.json.document import document


def diagnostics_json(diagnostics: Iterable[Diagnostic], summary: dict[str, int]) -> str:
    """Return all findings in order, and how many there are of each severity."""
    return document(
        {"diagnostics": [diagnostic(found) for found in diagnostics], "summary": summary}
    )


def diagnostic(found: Diagnostic) -> dict[str, Any]:
    """Return one finding."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "path": found.path,
        "help": found.help,
    }
