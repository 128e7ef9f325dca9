"""The versions of a file that git keeps: when each was made, by whom, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tas_cli.source.characters import cleaned
from tas_cli.source.git import GitFailed, asked, blobs, repository_root
from tas_cli.source.paths import real

_CALL = ("log", "--follow", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv",
         "--no-show-signature", "--encoding=UTF-8", "--date=short",
         "--format=%ad%x00%aN%x00%s")  # fmt: skip
_TWO_NAMES = ("C", "R")
"""The statuses after which git names the file before and after."""


class Version(NamedTuple):
    """A commit that changed a file: the author's day and name, and the subject.

    `before` and `after` are git's names for the contents; `before` is None for a new file.
    """

    day: date
    author: str
    subject: str
    before: str | None
    after: str


class Versions(NamedTuple):
    """The commits that changed a file, oldest first, and the contents by their names.

    `head` names the content in the newest commit of the branch, None if the file is not in it.
    """

    commits: list[Version]
    contents: dict[str, bytes]
    head: str | None = None


def versions(path: Path) -> Versions:
    """Return the versions of a file, also under earlier names; none without git.

    Contents that are larger than any deal are left out.
    """
    file = real(path)
    if repository_root(file.parent) is not None:
        with suppress(GitFailed):
            listed = os.fsdecode(asked(file.parent, *_CALL, "--", file.name))
            commits = list(_commits(listed.split("\0")))[::-1]
            named = asked(file.parent, "ls-tree", "-z", "HEAD", "--", file.name).split()
            head = named[2].decode() if named else None
            names = {each for commit in commits for each in (commit.before, commit.after)} | {head}
            return Versions(commits, blobs(file.parent, sorted(filter(None, names))), head)
    return Versions([], {})


def _commits(fields: list[str]) -> Iterator[Version]:
    """Yield the commits in git's answer; one without changes, such as a merge, is left out."""
    rest = iter(fields)
    ahead = next(rest, "")
    while ahead:
        day, author, subject, ahead = ahead, next(rest), next(rest), next(rest, "")
        if ahead.startswith("\n:"):
            _, _, before, after, status = ahead.split()
            for _ in range(2 if status[0] in _TWO_NAMES else 1):
                next(rest)
            ahead = next(rest, "")
            if after.strip("0"):
                was = before if before.strip("0") else None
                yield Version(_day(day), _plain(author), _plain(subject), was, after)


def _day(text: str) -> date:
    """Return git's day; one before or after the calendar's range is limited to it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.max


def _plain(text: str) -> str:
    return cleaned(text, refuse=False).strip()
