"""`tas check --format json`, version 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.views.findings import counts
from tas_cli.views.json.document import document, long_document


def report_json(report: Report) -> str:
    """Return all findings in order, and how many there are of each severity."""
    return diagnostics_json(report.diagnostics, _summary(report))


def statistics_json(report: Report) -> str:
    """Return how often each check found something, most frequent first."""
    rows = [
        {"code": row.code, "name": row.name, "severity": row.severity.value, "count": row.number}
        for row in counts(report)
    ]
    return document({"statistics": rows, "summary": _summary(report)})


def diagnostics_json(diagnostics: Iterable[Diagnostic], summary: dict[str, Any]) -> str:
    """Return all findings in order, and the caller's summary."""
    return long_document("diagnostics", map(diagnostic, diagnostics), {"summary": summary})


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


def _summary(report: Report) -> dict[str, Any]:
    return {
        "files": report.files,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "silenced": report.silenced,
        "baseline_unneeded": report.unneeded,
        "before": report.before,
        "off": report.off,
    }
