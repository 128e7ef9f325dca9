"""What `tas check --new` leaves out: the findings that a commit had already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tas_cli.checking.earlier import examined, new_among, side_by_side
from tas_cli.checking.examine import Task
from tas_cli.checking.levels import Levels
from tas_cli.checking.report import Report
from tas_cli.commands.check_request import COMPARED_BY_CONTENT, Wanted
from tas_cli.commands.standard_error import say
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.kinds import ACCOUNT, SETTINGS
from tas_cli.model.settings import Settings
from tas_cli.places import is_deal_name, is_name_of, opportunity_id, shown_name
from tas_cli.reading.read import read_as
from tas_cli.source.git import GitFailed, Since


def only_new(report: Report, then: Since, root: Path, wanted: Wanted) -> Report:
    """Return the report with the findings that the commit did not have; count the others.

    If git cannot read the commit's files, say so and leave out nothing.
    """
    try:
        earlier = list(_earlier(report, then, root, wanted))
    except GitFailed as error:
        say(f"tas: cannot tell which findings are new (--new): {error}.")
        return report
    new = report._replace(diagnostics=tuple(new_among(report.diagnostics, earlier)))
    return new._replace(before=_graver(report) - _graver(new))


def _graver(report: Report) -> int:
    return report.count(Severity.ERROR) + report.count(Severity.WARNING)


def _earlier(report: Report, then: Since, root: Path, wanted: Wanted) -> Iterator[Diagnostic]:
    """Yield what the commit's versions of the files with findings have, by its own settings."""
    files = sorted({found.file for found in report.diagnostics})
    settings = _settings(then, root)
    levels = Levels(settings, wanted.selection)
    task = Task(settings, wanted.day, levels.asked_for)
    yield from examined(then.contents(files), _accounts(then, root), root, task, levels)
    deals = {shown_name(root / name): str(root / name) for name in filter(is_deal_name, then.blobs)}
    compare = any(found.code == COMPARED_BY_CONTENT for found in report.diagnostics)
    known = then.contents(deals.values()) if compare else {}
    contents = {file: known[path] for file, path in deals.items() if path in known}
    yield from side_by_side(list(deals), contents)


def _accounts(then: Since, root: Path) -> dict[str, bytes]:
    """Return the contents of the accounts' files in a commit by id."""
    names = [name for name in then.blobs if is_name_of(ACCOUNT, name)]
    found = then.contents(str(root / name) for name in names) if names else {}
    return {opportunity_id(path): data for path, data in found.items()}


def _settings(then: Since, root: Path) -> Settings:
    file = str(root / SETTINGS.file)
    data = then.contents([file]).get(file)
    return Settings() if data is None else read_as(Settings, data, file).value or Settings()
