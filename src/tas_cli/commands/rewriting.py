"""What `tas check --changed-since` finds by comparing deals with their committed versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tas_cli.checking.levels import Levels
from tas_cli.checking.rewritten import CODE, rewritten
from tas_cli.commands.check_request import Wanted
from tas_cli.commands.standard_error import say
from tas_cli.diagnostics import Diagnostic
from tas_cli.kinds import OPPORTUNITY
from tas_cli.places import kind_of
from tas_cli.reading.read import read_opportunity
from tas_cli.rules.topics import rule
from tas_cli.source.git import GitFailed, Since
from tas_cli.source.paths import slashed
from tas_cli.workspace import Workspace, open_workspace, read


def rewritten_since(
    then: Since, files: Sequence[str], root: Path, wanted: Wanted
) -> Iterator[Diagnostic]:
    """Yield, for each file, what it now says differently about the past.

    If the committed contents are not available, as in a partial clone, report that.
    """
    deals = [file for file in files if kind_of(file, root) is OPPORTUNITY]
    try:
        contents = then.contents(deals)
    except GitFailed as error:
        say(f"tas: cannot compare files with their committed versions ({CODE}): {error}.")
        return
    workspace = open_workspace(root)
    levels = Levels(workspace.settings, wanted.selection)
    for file, data in contents.items():
        found = _compared(file, data, workspace, wanted)
        yield from levels.applied(found, partial(slashed, file, root))


def _compared(file: str, data: bytes, workspace: Workspace, wanted: Wanted) -> Iterator[Diagnostic]:
    was, now = read_opportunity(data, file).value, read(Path(file), workspace)
    if was is not None and now.value is not None:
        for finding in rewritten(was, now.value, wanted.day):
            yield rule(CODE).diagnostic(finding, now)
