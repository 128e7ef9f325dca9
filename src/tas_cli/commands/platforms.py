"""A report in the formats that programs read: JSON, and those of CI platforms."""

from __future__ import annotations

from tas_cli.checking.report import Report
from tas_cli.places import shown_name
from tas_cli.views.github.annotations import workflow_commands
from tas_cli.views.gitlab import code_quality
from tas_cli.views.json.diagnostics import report_json, statistics_json


def rendered(
    report: Report, form: str, files: tuple[str, ...], *, statistics: bool, strict: bool
) -> str:
    """Return a report in a format; `files` are all files that were checked."""
    match form:
        case "github":
            return workflow_commands(report)
        case "sarif":
            from tas_cli.views.sarif import sarif_log  # noqa: PLC0415 - loads all rules

            return sarif_log(report)
        case "junit":
            from tas_cli.views.junit import junit_xml  # noqa: PLC0415 - loads the XML library

            return junit_xml(report, tuple(map(shown_name, files)), strict=strict)
        case "gitlab":
            return code_quality(report)
    return (statistics_json if statistics else report_json)(report)
