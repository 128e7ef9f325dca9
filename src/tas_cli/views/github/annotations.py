"""`tas check --format github`: each finding as a workflow command that annotates its line."""

from __future__ import annotations

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.views.findings import names, worst_first
from tas_cli.views.safe import safe

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def workflow_commands(report: Report) -> str:
    """Return a command for each finding.

    The most severe come first: the platform shows the first ten of each kind per step.
    """
    named = names()
    ordered = worst_first(report.diagnostics)
    return "".join(_command(found, named.get(found.code, "")) for found in ordered)


def _command(found: Diagnostic, name: str) -> str:
    properties = {
        "file": _file(found.file),
        **_region(found),
        "title": safe(f"{found.code} {name}".strip()),
    }
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMAND[found.severity]} {given}::{_data(_message(found))}\n"


def _message(found: Diagnostic) -> str:
    """Return the message, with how to fix it on its own line."""
    help_ = f"\nhelp: {safe(found.help)}" if found.help else ""
    return safe(found.message) + help_


def _region(found: Diagnostic) -> dict[str, str]:
    """Return the place; the platform only accepts columns if it is on one line."""
    if found.end_line == found.line:
        return {
            "line": str(found.line),
            "endLine": str(found.end_line),
            "col": str(found.column),
            "endColumn": str(found.end_column),
        }
    last = found.end_line - 1 if found.end_column == 1 else found.end_line
    return {"line": str(found.line), "endLine": str(last)}


def _file(file: str) -> str:
    """Return the name with everything active escaped; only line ends can be written exactly."""
    return "\n".join("\r".join(map(safe, line.split("\r"))) for line in file.split("\n"))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
