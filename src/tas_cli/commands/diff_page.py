"""Prints what changed in all deals between two states."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from tas_cli.board.scope import shifted
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.inputs import STDIN
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.printing import print_as
from tas_cli.commands.states import Compared, as_it_is, committed, compared, files, over_days
from tas_cli.kinds import ACCOUNT, OPPORTUNITY
from tas_cli.places import is_name_of, opportunities_in, opportunity_id
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.files import SUFFIXES
from tas_cli.source.git import GitFailed, commit_of, common, shown
from tas_cli.today import todays_date
from tas_cli.views.diff import comment, page
from tas_cli.views.json.diff import diff_json
from tas_cli.workspace import Workspace

_HEAD = "HEAD"
_TWO = 2
_DOTS = ".."
"""What is between two commits; three dots begin where they parted."""
_HOW = "Name a commit, two as A..B, or two files; --since DATE needs no git."


def print_diff(what: list[str], since: str | None, output: str) -> None:
    """Print what changed between the states that a call names, in all deals or those it names.

    Raises:
        WrongCall: there is no such state or deal, or git cannot tell.
    """
    day = todays_date()
    workspace = workspace_here()
    first = day if since is None else day_not_in_future(since, "--since")
    if since is not None:
        found = over_days(workspace.root, workspace.settings, shifted(first, -1), day)
        between, deals = f"since {first}", what
    elif _are_files(what):
        found = compared(*files(workspace.settings, *what), day)
        between, deals = " ".join(what), []
    else:
        named = what[:1] if what and _is_commit(what[0], workspace) else []
        between, deals = named[0] if named else "since the last commit", what[len(named) :]
        found = _between(named[0] if named else _HEAD, workspace, day)
    found = found.only(_short_names(deals, found))
    if output == "markdown":
        sys.stdout.write(comment(found.changes, found.left_out))
        return
    print_as(
        output,
        json=lambda: diff_json(found.changes, found.left_out, first),
        page=lambda: page(found.changes, found.left_out, " · ".join((between, *deals))),
        paged=True,
    )


def _are_files(what: list[str]) -> bool:
    """Whether the words are two paths, to be compared with each other."""
    return len(what) == _TWO and all(_is_file(each) or Path(each).exists() for each in what)


def _is_file(word: str) -> bool:
    return word in ("", STDIN) or word.lower().endswith(SUFFIXES)


def _is_commit(word: str, workspace: Workspace) -> bool:
    """Whether a word names commits; a deal that there is now comes before a branch of its name."""
    if _is_file(word):
        return False
    if _DOTS in word:
        return True
    if word in (opportunity_id(each.name) for each in opportunities_in(workspace.root)):
        return False
    with suppress(GitFailed):
        return bool(commit_of(workspace.root, word))
    return False


def _short_names(deals: list[str], found: Compared) -> list[str]:
    """Return the short names of the deals that a call names, in either state.

    Raises:
        WrongCall: neither state has such a deal.
    """
    known = {opportunity_id(name) for name in found.names}
    names = [opportunity_id(each) if _is_file(each) else each for each in deals]
    for name in names:
        if name not in known:
            raise WrongCall(
                f"there is no commit or deal named {name}.", did_you_mean(name, known, _HOW)
            )
    return names


def _between(named: str, workspace: Workspace, day: date) -> Compared:
    """Compare two commits, or a commit with the files as they are."""
    try:
        return _by_git(named, workspace, day)
    except GitFailed as error:
        advice = "" if error.advice else _HOW
        what = "the last commit" if named == _HEAD else named
        raise WrongCall(f"{what}: {error}.", advice, lines=error.advice) from None


def _counts(name: str) -> bool:
    """Whether a file is a deal's or an account's."""
    return is_name_of(OPPORTUNITY, name) or is_name_of(ACCOUNT, name)


def _by_git(named: str, workspace: Workspace, day: date) -> Compared:
    root = workspace.root
    one, dots, other = _split(named)
    before = commit_of(root, one or _HEAD)
    if not dots:
        was = committed(root, before)
        now = as_it_is(root, workspace.settings, was, {*filter(_counts, shown(root))})
        return compared(was, now, day)
    after = commit_of(root, other or _HEAD)
    if dots != _DOTS:
        before = common(root, before, after)
    return compared(committed(root, before), committed(root, after), day)


def _split(named: str) -> tuple[str, str, str]:
    """Return the two commits that are named, and the dots between them; one alone has none."""
    for dots in (f"{_DOTS}.", _DOTS):
        if dots in named:
            return named.partition(dots)
    return named, "", ""
