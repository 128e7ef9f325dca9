"""`tas check` if nothing has changed: the last run's report, before anything slow is loaded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tas_cli.checking.last_run import LastRun, contents_of
from tas_cli.checking.report import Report
from tas_cli.commands.check_request import Wanted, left_out
from tas_cli.commands.outputs import CheckResult, outputs_asked_for, write_outputs
from tas_cli.diagnostics import Severity
from tas_cli.kinds import SETTINGS
from tas_cli.places import files_at, find_root, is_workspace
from tas_cli.refusals import Refusal
from tas_cli.source.files import Found
from tas_cli.source.git import repository_root
from tas_cli.source.private import cache_folder
from tas_cli.today import todays_date


def unchanged(wanted: Wanted) -> CheckResult | None:
    """Return the report of the last run over this workspace; None if anything is different."""
    root = find_root(Path.cwd())
    if not wanted.remember or not is_workspace(root):
        return None
    last = last_run(root, settings_content(None), wanted)
    if not last.known:
        return None
    found = files_at([root], root)
    report = last.report(found, root)
    return left_out(check_result(report, found, root), root, wanted) if report else None


def check_result(report: Report, found: Sequence[Found], root: Path) -> CheckResult:
    """Return a report with the files checked and the folder that platforms name them from."""
    files = tuple(each.name for each in found)
    return CheckResult(report, files, root, repository_root(root) or root)


def last_run(root: Path, settings: str, wanted: Wanted) -> LastRun:
    """Return the report kept for these settings, this day, these checks and working directory."""
    codes = map(",".join, wanted.selection)
    circumstances = (settings, wanted.day.isoformat(), *codes, os.getcwd())  # noqa: PTH109
    return LastRun(cache_folder(), root, *circumstances)


def settings_content(names: list[str] | None) -> str:
    """Return a name for the content of the settings; if files are named, nothing is kept."""
    if names:
        return ""
    root = find_root(Path.cwd())
    settings = str(root / SETTINGS.file)
    return contents_of([Found(settings)], root)[settings]


def status_if_unchanged() -> int | None:
    """Do what `tas check` without options does, if nothing has changed since the last run.

    Return None if anything has changed or is unusual; then the command itself runs. This saves the
    most frequent call more than half of its time, which would go into loading what it does not
    need.
    """
    with suppress(Refusal):
        result = unchanged(Wanted(day=todays_date()))
        if result is not None:
            write_outputs(result, outputs_asked_for([], []))
            return int(result.report.count(Severity.ERROR) > 0)
    return None
