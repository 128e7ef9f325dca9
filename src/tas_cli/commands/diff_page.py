"""Prints what changed in all deals between two states."""

from __future__ import annotations

import sys
from datetime import date
from typing import NoReturn

from tas_cli.board.scope import shifted
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.printing import print_as
from tas_cli.commands.states import Compared, as_it_is, committed, compared, files, over_days
from tas_cli.refusals import WrongCall
from tas_cli.source.git import GitFailed, commit_of, common
from tas_cli.today import todays_date
from tas_cli.views.diff import comment, page
from tas_cli.views.json.diff import diff_json
from tas_cli.workspace import Workspace

_HEAD = "HEAD"
_TWO = 2
_HOW = "Name a commit, two as A..B, or two files; --since DATE needs no git."


def print_diff(what: list[str], since: str | None, output: str) -> None:
    """Print what changed between the states that a call names.

    Raises:
        WrongCall: there is no such state, or git cannot tell.
    """
    day = todays_date()
    workspace = workspace_here()
    if since is not None:
        first = day_not_in_future(since, "--since")
        found = over_days(workspace.root, workspace.settings, shifted(first, -1), day)
        between = f"since {first}"
    else:
        first = day
        found, between = _between(what, workspace, day), " ".join(what) or _HEAD
    if output == "markdown":
        sys.stdout.write(comment(*found))
        return
    print_as(
        output,
        json=lambda: diff_json(*found, first),
        page=lambda: page(*found, between),
        paged=True,
    )


def _between(what: list[str], workspace: Workspace, day: date) -> Compared:
    """Compare two files, two commits, or a commit with the files as they are."""
    if len(what) > _TWO:
        raise WrongCall(f"{len(what)} states are too many to compare.", _HOW)
    if len(what) == _TWO:
        return compared(*files(workspace.settings, *what), day)
    try:
        return _by_git(what[0] if what else _HEAD, workspace, day)
    except GitFailed as error:
        _refuse(what[0] if what else _HEAD, error)


def _by_git(named: str, workspace: Workspace, day: date) -> Compared:
    root = workspace.root
    one, dots, other = _split(named)
    before = commit_of(root, one or _HEAD)
    if not dots:
        was = committed(root, before)
        return compared(was, as_it_is(root, workspace.settings, was), day)
    after = commit_of(root, other or _HEAD)
    if dots == "...":
        before = common(root, before, after)
    return compared(committed(root, before), committed(root, after), day)


def _split(named: str) -> tuple[str, str, str]:
    """Return the two commits that are named, and the dots between them; one alone has none."""
    for dots in ("...", ".."):
        if dots in named:
            return named.partition(dots)
    return named, "", ""


def _refuse(named: str, error: GitFailed) -> NoReturn:
    advice = "" if error.advice else _HOW
    raise WrongCall(f"{named}: {error}.", advice, lines=error.advice) from None
