"""A whole run of the checks: files in, a report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.checking.examine import Examined, Task, examine_all, plain, restored
from tas_cli.checking.last_run import contents_of
from tas_cli.checking.levels import Levels
from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, in_order
from tas_cli.gather.accounts import accounts
from tas_cli.gather.content import Content
from tas_cli.gather.gather import Way, gathered
from tas_cli.gather.memory import Kept
from tas_cli.gather.spread import Look
from tas_cli.kinds import ACCOUNT, OPPORTUNITY
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.places import kind_of, opportunity_id
from tas_cli.places import shown_name as shown
from tas_cli.reading.read import file_name_findings
from tas_cli.reading.reading import Reading, unreadable
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.subject import Entry
from tas_cli.source.files import Found
from tas_cli.source.paths import slashed
from tas_cli.workspace import Workspace, read, read_other


class Run(NamedTuple):
    """How to check: against what, with which levels, and how to go through the files."""

    task: Task
    levels: Levels
    way: Way


class Outcome(NamedTuple):
    """The result of a run, and the contents of the checked files by name.

    Contents are left out if there is no memory (`Way.memory`).
    """

    report: Report
    contents: dict[str, str]


class Checked(NamedTuple):
    """A file's name, the name it is shown by, its content, and what was found in it."""

    name: str
    file: str
    content: str
    examined: Examined


def check(workspace: Workspace, found: Sequence[Found], run: Run) -> Outcome:
    """Check the files found in a workspace: opportunities, others, and all side by side."""
    faulty = [each for each in found if each.fault is not None]
    deals, others = _by_kind([each for each in found if each.fault is None], workspace.root)
    # Taken first: if a file changes meanwhile, the next run sees that and checks it again.
    contents = contents_of([*faulty, *others], workspace.root)
    checked = list(_opportunities([each.name for each in deals], workspace, run))
    diagnostics = [
        *_not_looked_at(faulty),
        *(wrong for each in others for wrong in _other(each.path, workspace, run.task.day)),
        *file_name_findings(_accounts_by_id(others, workspace.root), "an account"),
        *_across(checked, workspace),
    ]
    by_name = [(each.name, each.examined.diagnostics) for each in checked]
    by_name += [(each.file, (each,)) for each in diagnostics]
    applied = (
        run.levels.applied(some, partial(slashed, name, workspace.root))
        for name, some in by_name
        if some
    )
    left = tuple(in_order([each for some in applied for each in some]))
    report = Report(left, len(found), off=run.levels.switched_off)
    return Outcome(report, contents | {each.name: each.content for each in checked})


def _by_kind(found: Sequence[Found], root: Path) -> tuple[list[Found], list[Found]]:
    """Return the opportunities, and all other files."""
    deals: list[Found] = []
    others: list[Found] = []
    for each in found:
        (deals if kind_of(each.name, root) is OPPORTUNITY else others).append(each)
    return deals, others


def _not_looked_at(found: Sequence[Found]) -> Iterator[Diagnostic]:
    """Yield what prevented reading a file."""
    for each in found:
        if each.fault is not None:
            yield unreadable(each.fault, shown(each.name))


def _other(path: Path, workspace: Workspace, day: date) -> Iterator[Diagnostic]:
    return examine_other(read_other(path, workspace.root), day)


def _accounts_by_id(others: Sequence[Found], root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in others:
        if kind_of(each.name, root) is ACCOUNT:
            found.setdefault(opportunity_id(each.name), []).append(shown(each.name))
    return found


def examine_other(reading: Reading[FileModel], day: date) -> Iterator[Diagnostic]:
    """Yield what is wrong with any other file on a day: as data, and by the checks of its kind."""
    yield from reading.diagnostics
    for rule in RULES:
        for finding in rule.findings_elsewhere(reading.value, day):
            yield rule.diagnostic(finding, reading)


def _opportunities(names: Sequence[str], workspace: Workspace, run: Run) -> Iterator[Checked]:
    work, here = partial(_examined, task=run.task), os.getcwd()  # noqa: PTH109 - asked once for all
    look = Look(workspace.root, work, accounts(workspace.root))
    for name, looked in gathered(names, look, run.way):
        file = shown(name, here)
        if looked.fault is not None:
            fault = unreadable(looked.fault, file)
            yield Checked(name, file, looked.fault.message, Examined((fault,)))
        else:
            yield Checked(name, file, looked.digest, restored(looked.kept or [], file))


def _examined(contents: Sequence[Content], task: Task) -> list[Kept]:
    return [plain(each) for each in examine_all(contents, task)]


def _across(checked: Sequence[Checked], workspace: Workspace) -> Iterator[Diagnostic]:
    entries = {each.file: each.examined.entry for each in checked if each.examined.entry}
    files = [each.file for each in checked]
    return compared(files, entries, lambda file: read(Path(file), workspace))


def compared(
    files: Iterable[str],
    entries: Mapping[str, Entry],
    reading_of: Callable[[str], Reading[Opportunity]],
) -> Iterator[Diagnostic]:
    """Yield what only shows when the files of deals are compared: by name, then by content."""
    by_id: dict[str, list[str]] = {}
    for file in files:
        by_id.setdefault(opportunity_id(file), []).append(file)
    yield from file_name_findings(by_id)
    for rule in RULES:
        if rule.check_across is not None:
            for file, finding in rule.check_across(entries):
                yield rule.diagnostic(finding, reading_of(file))
