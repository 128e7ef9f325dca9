"""`tas check --fix`: mends what has one right answer, says what, and checks again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from tas_cli.checking.examine import Task
from tas_cli.checking.fixes import MODELINE, Way, fixed, mendable
from tas_cli.checking.levels import Levels
from tas_cli.checking.mending import Mended, Mender, codes, schema_from
from tas_cli.checking.selection import Selection
from tas_cli.commands.check_request import Wanted
from tas_cli.commands.checked import check_files, check_typed
from tas_cli.commands.outputs import Told
from tas_cli.commands.printing import print_page
from tas_cli.commands.standard_error import say
from tas_cli.kinds import OPPORTUNITY, SCHEMAS
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.difference import difference
from tas_cli.views.changed import differences
from tas_cli.workspace import open_workspace


class Fixing(NamedTuple):
    """What to mend: misspelt keys as well; and whether only to show it."""

    keys: bool
    dry_run: bool


class Ended(NamedTuple):
    """What is left; `report` is where to tell it, None where it is not told.

    `refused` says that a file could not be written.
    """

    told: Told
    report: TextIO | None
    refused: bool = False


def fix_files(names: list[str] | None, wanted: Wanted, how: Fixing) -> Ended:
    """Mend the files, folders and ids that were named, or the whole workspace; check them again."""
    mended = list(_mended(names, wanted, how))
    for each in mended:
        _say(each, how)
    if how.dry_run:
        _show(mended)
    report = None if how.dry_run else sys.stdout
    return Ended(check_files(names, wanted), report, any(each.refused for each in mended))


def fix_typed(data: bytes, name: str, wanted: Wanted, how: Fixing) -> Ended:
    """Mend an opportunity that comes through standard input, and print it to standard output.

    What is said of it goes to standard error.
    """

    def told(content: bytes) -> set[str]:
        return codes(check_typed(content, name, wanted).report.diagnostics)

    here = Path(name)
    schema = schema_from(here, open_workspace().root) if here.suffix else None
    mended = Mended(name, data, fixed(data, Way(told, Opportunity, schema, how.keys)))
    _say(mended, how)
    if how.dry_run:
        _show([mended])
        return Ended(check_typed(data, name, wanted), None)
    sys.stdout.flush()
    sys.stdout.buffer.write(mended.after.data)
    sys.stdout.buffer.flush()
    return Ended(check_typed(mended.after.data, name, wanted), sys.stderr)


def _mended(names: list[str] | None, wanted: Wanted, how: Fixing) -> Iterator[Mended]:
    """Fix every file in which a check finds something fixable."""
    found = check_files(names, wanted._replace(baseline=False)).report.diagnostics
    can_be = mendable(keys=how.keys)
    mender = _mender(names, wanted, how)
    for file in sorted({each.file for each in found if each.code in can_be}):
        nameless = any(each.code == MODELINE for each in found if each.file == file)
        if nameless and schema_from(Path(file), mender.workspace.root) is None:
            schema = f"{SCHEMAS}/{OPPORTUNITY.schema}"
            advice = f"there is no {schema} yet: run `tas schema --write` first."
            say(f"tas: {file}: {advice}")
        yield mender.mend(Path(file))


def _mender(names: list[str] | None, wanted: Wanted, how: Fixing) -> Mender:
    workspace = open_workspace(Path(names[0]) if names and Path(names[0]).exists() else None)
    levels = Levels(workspace.settings, Selection(wanted.select, wanted.ignore))
    task = Task(workspace.settings, wanted.day, levels.asked_for)
    return Mender(workspace, task, levels, how.keys, how.dry_run, _waiting)


def _waiting(file: str) -> None:
    say(f"Waiting: another process has locked {file}.")


def _say(mended: Mended, how: Fixing) -> None:
    """Report on standard error what was fixed and what could not be; a diff speaks for itself."""
    if mended.refused:
        say(f"tas: {mended.file}: {mended.refused}; it is unchanged.")
    for fix in mended.after.fixes if not how.dry_run else ():
        say(f"{mended.file}:{fix.line}: fixed {fix.code}: {fix.done}")


def _show(mended: list[Mended]) -> None:
    """Show how the files would change."""
    changed = [each for each in mended if each.changed]
    lines = [
        line for each in changed for line in difference(each.file, each.before, each.after.data)
    ]
    if lines:
        print_page(differences(lines))
    else:
        sys.stdout.write("Nothing to fix.\n")
    sys.stdout.flush()
    sys.stderr.write("Nothing was written.\n")
