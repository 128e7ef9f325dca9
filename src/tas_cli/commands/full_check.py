"""A check that has to look at files: what the last run's report does not need is loaded here."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tas_cli.commands.check_request import Fixing, Wanted
from tas_cli.commands.checked import Ended, check_files, check_typed, keep_baseline
from tas_cli.commands.inputs import STDIN, bytes_given
from tas_cli.commands.outputs import CheckResult
from tas_cli.commands.standard_error import say
from tas_cli.commands.watching import watch
from tas_cli.source.files import MAX_BYTES
from tas_cli.today import todays_date


def checked(paths: list[str] | None, wanted: Wanted, stdin_name: str, how: Fixing | None) -> Ended:
    """Check the named files or the workspace, and fix them if that is asked for."""
    typed = bytes_given(STDIN, MAX_BYTES) if paths == [STDIN] else None
    if how is not None:
        from tas_cli.commands.fixing import fix_files, fix_typed  # noqa: PLC0415 - loads YAML

        if typed is None:
            return fix_files(paths, wanted, how)
        return fix_typed(typed, stdin_name, wanted, how)
    if typed is None:
        return Ended(check_files(paths, wanted), sys.stdout)
    return Ended(check_typed(typed, stdin_name, wanted), sys.stdout)


def watched(paths: list[str] | None, wanted: Wanted, show: Callable[[CheckResult], None]) -> None:
    """Check again whenever a file changes."""
    watch(paths, lambda: check_files(paths, wanted._replace(day=todays_date())), show)


def write_baseline(result: CheckResult, *, force: bool) -> int:
    """Save the findings as the baseline; return the exit status."""
    say(f"tas: {keep_baseline(result, force=force)}")
    return 0
