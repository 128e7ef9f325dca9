"""`tas edit --format json`, version 1."""

from __future__ import annotations

from tas_cli.checking.report import Report
from tas_cli.views.json.diagnostics import diagnostic
from tas_cli.views.json.document import document


def edited_json(name: str, file: str, report: Report, *, changed: bool) -> str:
    """Return whether a file was changed in the editor, and the findings afterwards."""
    return document(
        {
            "id": name,
            "file": file,
            "changed": changed,
            "diagnostics": [diagnostic(found) for found in report.diagnostics],
        }
    )
