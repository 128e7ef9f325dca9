"""What the commands that look at all deals have in common: the way through the files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tas_cli.board.survey import Answer, Question, answers
from tas_cli.commands.stop import say
from tas_cli.diagnostics import Severity
from tas_cli.gather.spread import Told
from tas_cli.places import opportunities_in
from tas_cli.workspace import Workspace

_MANY = 500
"""Files from which on a person at a terminal wants to see that it goes on."""


def everywhere(
    workspace: Workspace, question: Question, what: str, *, remember: bool
) -> Iterator[Answer]:
    """Yield what came of every opportunity file; a bar on a terminal shows how far it has come."""
    found = list(opportunities_in(workspace.root))
    with progress(what, len(found)) as told:
        yield from answers(workspace.root, found, question, told, remember=remember)


@contextmanager
def progress(what: str, files: int) -> Iterator[Told]:
    """Yield what hears of the progress; a bar on a terminal, where there is much to do."""
    if files < _MANY or not sys.stderr.isatty():
        yield lambda _: None
        return
    from tas_cli.views.terminal.progress import progress_bar  # noqa: PLC0415 - for a terminal

    with progress_bar(what, files) as told:
        yield told


def say_settings_are_wrong(workspace: Workspace) -> None:
    """Say on standard error that the settings cannot be used, so that no figure misleads."""
    reading = workspace.settings_reading
    if reading is not None and reading.value is None:
        broken = any(found.severity is Severity.ERROR for found in reading.diagnostics)
        state = "has errors" if broken else "is not read"
        say(f"{reading.file} {state}: the defaults are used, see `tas check`.")
