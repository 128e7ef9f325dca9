"""What `tas check` does between its options and its outputs: find, check and filter."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, TextIO

from tas_cli.checking import baseline
from tas_cli.checking.examine import Examined, Task, examine
from tas_cli.checking.levels import Levels
from tas_cli.checking.report import Report
from tas_cli.checking.run import Run, check, examine_other
from tas_cli.commands.check_request import Wanted, left_out
from tas_cli.commands.named import named_files
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.outputs import CheckResult, names_from
from tas_cli.commands.progress import progress
from tas_cli.commands.replacing import refuse_baseline
from tas_cli.commands.standard_error import unwritable
from tas_cli.commands.unchanged import check_result, last_run, settings_content
from tas_cli.diagnostics import filled_in, in_order
from tas_cli.gather.accounts import accounts
from tas_cli.gather.gather import Way
from tas_cli.gather.memory import Memory
from tas_cli.gather.spread import processors
from tas_cli.kinds import OPPORTUNITY
from tas_cli.model.kinds import MODELS
from tas_cli.places import files_at, kind_named, shown_name
from tas_cli.reading.read import read_as
from tas_cli.source.private import cache_folder
from tas_cli.source.save import write_new_or_replace
from tas_cli.words import counted
from tas_cli.workspace import Workspace, open_workspace

_FEW = 20
"""Checking up to this many files is faster than reading a large workspace's cache."""


class Ended(NamedTuple):
    """What is left; `report` is where to print it, or None if it is not printed.

    `refused` says whether a file could not be written.
    """

    result: CheckResult
    report: TextIO | None
    refused: bool = False


def check_files(names: list[str] | None, wanted: Wanted) -> CheckResult:
    """Check the named files, folders and ids, or the whole workspace."""
    settings_then = settings_content(names)
    workspace = _workspace(names)
    found = named_files(names, workspace) if names else files_at([workspace.root], workspace.root)
    levels = Levels(workspace.settings, wanted.selection)
    task = Task(workspace.settings, wanted.day, levels.asked_for)
    worth_it = not names or len(found) > _FEW
    memory = _memory(workspace, task) if wanted.remember and worth_it else None
    with progress("checking", len(found)) as advance:
        way = Way(memory, wanted.jobs or processors(), advance, whole=not names)
        outcome = check(workspace, found, Run(task, levels, way))
    if wanted.remember and not names:
        last_run(workspace.root, settings_then, wanted).keep(outcome.report, outcome.contents)
    return left_out(check_result(outcome.report, found, workspace.root), workspace.root, wanted)


def check_typed(data: bytes, name: str, wanted: Wanted) -> CheckResult:
    """Check a file from standard input; its name says which kind of file it is."""
    workspace = open_workspace()
    levels = Levels(workspace.settings, wanted.selection)
    kind = kind_named(name)
    if kind is not OPPORTUNITY:
        named = in_order(list(examine_other(read_as(MODELS[kind], data, name), wanted.day)))
    else:
        other = accounts(workspace.root).of(data, workspace.root)
        examined = examine(data, workspace.settings, wanted.day, levels.asked_for, other=other)
        named = [
            found._replace(file=name, help=filled_in(found.help, name))
            for found in examined.diagnostics
        ]
    report = Report(tuple(levels.applied(named, lambda: name)), 1, off=levels.switched_off)
    return CheckResult(report, (name,), workspace.root, Path.cwd(), typed={name: data})


def keep_baseline(result: CheckResult, *, force: bool) -> str:
    """Write a baseline, and return the sentence that reports it; `force` replaces any file."""
    workspace = open_workspace()
    kept = baseline.counted(result.report.renamed(names_from(workspace.root, result.report)))
    path = workspace.root / baseline.FILE
    refuse_baseline(path, force=force)
    try:
        write_new_or_replace(path, baseline.written(kept).encode(), workspace.root)
    except OSError as error:
        raise unwritable(path, error) from None
    findings = counted(len(result.report.diagnostics), "finding")
    return f"saved {findings} in {shown_name(path)}. Commit this file."


def _memory(workspace: Workspace, task: Task) -> Memory:
    """Return the cached results of earlier runs under the same conditions."""
    settings, day = repr(task.settings), task.day.isoformat()
    asked_for = ",".join(sorted(task.asked_for))
    return Memory(cache_folder(), "check", Examined, workspace.root, settings, day, asked_for)


def _workspace(names: list[str] | None) -> Workspace:
    if not names:
        return workspace_here()
    first = Path(names[0])
    return open_workspace(first if first.exists() else None)
