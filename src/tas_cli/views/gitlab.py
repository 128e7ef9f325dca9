"""`tas check --format gitlab`: GitLab's Code Quality report."""

from __future__ import annotations

import json
from typing import Any

from tas_cli.checking.fingerprints import fingerprints
from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.views.findings import in_full, rank
from tas_cli.views.safe import json_without_commands, safe

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def code_quality(report: Report) -> str:
    """Return the list of all findings, errors first; an empty list if there are none.

    Of findings with the same fingerprint, GitLab shows one. It compares them with those of the
    target branch.
    """
    known = zip(report.diagnostics, fingerprints(report.diagnostics), strict=True)
    issues = [_issue(found, mark) for found, mark in sorted(known, key=lambda each: rank(each[0]))]
    return json_without_commands(json.dumps(issues)) + "\n"


def _issue(found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "description": safe(in_full(found)),
        "check_name": found.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": _path(found.file),
            "lines": {"begin": found.line, "end": found.end_line},
            "positions": {
                "begin": {"line": found.line, "column": found.column},
                "end": {"line": found.end_line, "column": found.end_column},
            },
        },
    }


def _path(file: str) -> str:
    """Return the exact name; bytes that are not text are spelled out, since JSON has none."""
    return safe(file) if any("\ud800" <= character <= "\udfff" for character in file) else file
