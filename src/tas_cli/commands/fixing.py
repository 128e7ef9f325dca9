"""`tas check --fix`: fixes what has a single right answer, reports it, and checks again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tas_cli.checking.examine import Task
from tas_cli.checking.fixes import FIXABLE, MODELINE, Way, fixed
from tas_cli.checking.fixing import FixedFile, Fixer, codes, schema_from
from tas_cli.checking.levels import Levels
from tas_cli.commands.check_request import Fixing, Wanted
from tas_cli.commands.checked import Ended, check_files, check_typed
from tas_cli.commands.printing import print_page
from tas_cli.commands.standard_error import say, say_waiting
from tas_cli.kinds import OPPORTUNITY, SCHEMAS
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.difference import difference
from tas_cli.views.changed import differences
from tas_cli.workspace import open_workspace


def fix_files(names: list[str] | None, wanted: Wanted, how: Fixing) -> Ended:
    """Fix the named files, folders and ids, or the whole workspace, and check them again."""
    files = list(_fixed(names, wanted, how))
    for each in files:
        _report(each, how)
    if how.dry_run:
        _show(files)
    report = None if how.dry_run else sys.stdout
    return Ended(check_files(names, wanted), report, any(each.refused for each in files))


def fix_typed(data: bytes, name: str, wanted: Wanted, how: Fixing) -> Ended:
    """Fix an opportunity from standard input, and print it to standard output.

    Reports go to standard error.
    """

    def reported(content: bytes) -> set[str]:
        return codes(check_typed(content, name, wanted).report.diagnostics)

    here = Path(name)
    schema = schema_from(here, open_workspace().root) if here.suffix else None
    file = FixedFile(name, data, fixed(data, Way(reported, Opportunity, schema)))
    _report(file, how)
    if how.dry_run:
        _show([file])
        return Ended(check_typed(data, name, wanted), None)
    sys.stdout.flush()
    sys.stdout.buffer.write(file.after.data)
    sys.stdout.buffer.flush()
    return Ended(check_typed(file.after.data, name, wanted), sys.stderr)


def _fixed(names: list[str] | None, wanted: Wanted, how: Fixing) -> Iterator[FixedFile]:
    """Fix every file in which a check finds something it can fix."""
    found = check_files(names, wanted._replace(baseline=False)).report.diagnostics
    fixer = _fixer(names, wanted, how)
    for file in sorted({each.file for each in found if each.code in FIXABLE}):
        nameless = any(each.code == MODELINE for each in found if each.file == file)
        if nameless and schema_from(Path(file), fixer.workspace.root) is None:
            schema = f"{SCHEMAS}/{OPPORTUNITY.schema}"
            advice = f"{schema} is missing; create it with `tas schema --write`."
            say(f"tas: {file}: {advice}")
        yield fixer.fix(Path(file))


def _fixer(names: list[str] | None, wanted: Wanted, how: Fixing) -> Fixer:
    workspace = open_workspace(Path(names[0]) if names and Path(names[0]).exists() else None)
    levels = Levels(workspace.settings, wanted.selection)
    task = Task(workspace.settings, wanted.day, levels.asked_for)
    return Fixer(workspace, task, levels, how.dry_run, say_waiting)


def _report(each: FixedFile, how: Fixing) -> None:
    """Report on standard error what was fixed and what could not be; a diff speaks for itself."""
    if each.refused:
        say(f"tas: {each.file}: {each.refused}; it is unchanged.")
    for fix in each.after.fixes if not how.dry_run else ():
        say(f"{each.file}:{fix.line}: fixed {fix.code}: {fix.done}")


def _show(files: list[FixedFile]) -> None:
    """Show how the files would change."""
    changed = [each for each in files if each.changed]
    lines = [
        line for each in changed for line in difference(each.file, each.before, each.after.data)
    ]
    if lines:
        print_page(differences(lines))
    else:
        sys.stdout.write("Nothing to fix.\n")
    sys.stdout.flush()
    sys.stderr.write("Nothing was saved.\n")
