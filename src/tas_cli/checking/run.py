"""A whole run of the checks: files in, a report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.checking.examine import Examined, Task, restored
from tas_cli.checking.levels import Levels
from tas_cli.checking.memory import Memory, digest
from tas_cli.checking.report import Report
from tas_cli.checking.spread import Looked, Told, look_at_all
from tas_cli.diagnostics import Diagnostic, in_order
from tas_cli.reading.read import file_name_findings, unreadable
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.subject import Entry
from tas_cli.source.files import Found, Unreadable, read_bytes
from tas_cli.workspace import Workspace, is_settings, opportunity_id, read, read_settings_file
from tas_cli.workspace import shown_name as shown

_WORTH_IT = 300
"""Files from which on other processes bring more than starting them costs."""


class Run(NamedTuple):
    """How to go about it: what to check against, levels, memory, processes, who hears of it.

    Without a memory every file is checked; `whole` says that these are all files there are.
    """

    task: Task
    levels: Levels
    memory: Memory | None
    jobs: int
    told: Told
    whole: bool = True


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
    for path, looked in _looked(paths, workspace, run):
        file = shown(path)
        if looked.kept is None:
            fault = (unreadable(looked.fault, file),) if looked.fault else ()
            yield Checked(file, path, Examined(fault))
        else:
            yield Checked(file, path, restored(looked.kept, file))


def _looked(paths: Sequence[Path], workspace: Workspace, run: Run) -> Iterator[tuple[Path, Looked]]:
    """Look at the files whose content is not remembered, and remember them; all in their order."""
    memory = run.memory
    recalled = _recalled(paths, workspace.root, memory, run.told) if memory else {}
    missing = [path for path in paths if path not in recalled]
    jobs = run.jobs if len(missing) >= _WORTH_IT else 1
    fresh = look_at_all(missing, workspace.root, run.task, jobs, run.told)
    seen = set()
    for path in paths:
        looked = recalled.get(path) or next(fresh)
        if memory and looked.kept is not None:
            seen.add(looked.digest)
            if path not in recalled:
                memory.fresh[looked.digest] = looked.kept
        yield path, looked
    if memory:
        memory.keep(seen if run.whole else None)


def _recalled(
    paths: Sequence[Path], root: Path, memory: Memory, told: Callable[[int], None]
) -> dict[Path, Looked]:
    """Return what is remembered of the files' contents."""
    memory.recall()
    recalled = {}
    for path in paths if memory.known else ():
        try:
            name = digest(read_bytes(path, root))
        except Unreadable:
            continue
        kept = memory.known.get(name)
        if kept is not None:
            recalled[path] = Looked(name, kept)
    told(len(recalled))
    return recalled


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
