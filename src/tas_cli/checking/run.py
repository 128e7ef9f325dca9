"""A whole run of the checks: files in, a report out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.checking.examine import Examined, Task, examine, plain, restored
from tas_cli.checking.levels import Levels
from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, in_order
from tas_cli.gather.gather import Way, gathered
from tas_cli.gather.memory import Kept
from tas_cli.reading.read import file_name_findings, unreadable
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.subject import Entry
from tas_cli.source.files import Found
from tas_cli.workspace import Workspace, is_settings, opportunity_id, read, read_settings_file
from tas_cli.workspace import shown_name as shown


class Run(NamedTuple):
    """How to go about it: what to check against, the levels, and the way through the files."""

    task: Task
    levels: Levels
    way: Way


class Checked(NamedTuple):
    """A file by the name it is shown by, and what was found in it."""

    file: str
    path: Path
    examined: Examined


def check(workspace: Workspace, found: Sequence[Found], run: Run) -> Report:
    """Check what was come upon in a workspace: opportunities, settings, and all side by side."""
    files = [each for each in found if each.fault is None]
    settings = [each.path for each in files if is_settings(each.path, workspace)]
    paths = [each.path for each in files if each.path not in settings]
    checked = list(_opportunities(paths, workspace, run))
    diagnostics = [
        *_not_looked_at(found),
        *(each for path in settings for each in _settings(path, workspace)),
        *_across(checked, workspace),
    ]
    by_path = [(each.path, each.examined.diagnostics) for each in checked]
    by_path += [(Path(each.file), (each,)) for each in diagnostics]
    applied = (
        run.levels.applied(some, partial(_from_root, path, workspace))
        for path, some in by_path
        if some
    )
    return Report(tuple(in_order([each for some in applied for each in some])), len(found))


def _not_looked_at(found: Sequence[Found]) -> Iterator[Diagnostic]:
    """Yield what was wrong before anything was read."""
    for each in found:
        if each.fault is not None:
            yield unreadable(each.fault, shown(each.path))


def _settings(path: Path, workspace: Workspace) -> Iterator[Diagnostic]:
    reading = read_settings_file(path, workspace.root)
    yield from reading.diagnostics
    for rule in RULES:
        if rule.check_settings and reading.value:
            for finding in rule.check_settings(reading.value):
                yield reading.diagnostic(finding, finding.severity or rule.severity)


def _opportunities(paths: Sequence[Path], workspace: Workspace, run: Run) -> Iterator[Checked]:
    work = partial(_examined, task=run.task)
    for path, looked in gathered(paths, workspace.root, work, run.way):
        file = shown(path)
        if looked.kept is None:
            fault = (unreadable(looked.fault, file),) if looked.fault else ()
            yield Checked(file, path, Examined(fault))
        else:
            yield Checked(file, path, restored(looked.kept, file))


def _examined(data: bytes, task: Task) -> Kept:
    return plain(examine(data, *task))


def _across(checked: Sequence[Checked], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield what shows only where the files are seen side by side."""
    by_id: dict[str, list[str]] = {}
    for each in checked:
        by_id.setdefault(opportunity_id(each.path), []).append(each.file)
    for name, files in by_id.items():
        for file, fault in file_name_findings(name, files):
            yield unreadable(fault, file)
    entries = {each.file: each.examined.entry for each in checked if each.examined.entry}
    yield from _compared(entries, workspace)


def _compared(entries: dict[str, Entry], workspace: Workspace) -> Iterator[Diagnostic]:
    for rule in RULES:
        if rule.check_across is not None:
            for file, finding in rule.check_across(entries):
                reading = read(Path(file), workspace)
                yield reading.diagnostic(finding, finding.severity or rule.severity)


def _from_root(path: Path, workspace: Workspace) -> str:
    """Return a file's name from the root, as the patterns of the settings see it."""
    return os.path.relpath(path, workspace.root).replace(os.sep, "/")
