"""Which files --output may write: a report, baseline or picture must not replace another file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tas_cli.checking import baseline
from tas_cli.kinds import KINDS, SCHEMAS
from tas_cli.places import find_root, is_workspace, shown_name
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.files import SUFFIXES, Unreadable, read_bytes
from tas_cli.source.paths import real
from tas_cli.views.earlier import BEGINNING, END, is_calendar, is_page, is_picture, is_report

_ANY = "page.html"
"""A file that a folder may have."""


class Ours(NamedTuple):
    """What a command writes, in words; an example of a name; and how it recognizes an earlier one.

    That is from the first and the last bytes of a file.
    """

    what: str
    example: str
    recognized: Callable[[bytes, bytes], bool]


REPORT = Ours("a report of tas check", "report.txt", is_report)
PICTURE = Ours("a picture drawn by tas", "map.svg", is_picture)
PAGE = Ours("a page written by tas", "deal.html", is_page)
CALENDAR = Ours("a calendar written by tas", "plan.ics", is_calendar)


def refuse_output(path: Path, *, force: bool, ours: Ours = REPORT) -> None:
    """Refuse an output that would replace something else, or be written among the deals.

    With `force` it may replace any file except one of a workspace.
    """
    target = real(path)
    if _of_a_workspace(target):
        raise _reserved(path, find_root(target.parent) / ours.example)
    if not force and _leads_out(path):
        raise _Taken(f"--output {path}: this link points outside the repository, to {target}.")
    if not force and target.is_file() and not written_by_tas(target, ours):
        raise _Taken(f"--output {path}: the file exists and is not {ours.what}.")


def refuse_folder(path: Path) -> None:
    """Refuse a folder for files of tas that is among those of a workspace, or a link out."""
    if _of_a_workspace(real(path) / _ANY):
        raise _reserved(path, find_root(path) / "site")
    if _leads_out(path):
        target = real(path)
        raise WrongCall(
            f"--output {path}: this link points outside the repository, to {target}.",
            f"Name that folder itself: --output {target}.",
        )


def _reserved(path: Path, free: Path) -> WrongCall:
    return WrongCall(
        f"--output {path}: this place is reserved for files of the workspace.",
        f"Choose another place: --output {shown_name(free)}.",
    )


def refuse_suffix(path: Path, suffix: str, what: str, readers: str) -> None:
    """Refuse a name that would make other programs take the output for something else."""
    if path.suffix and path.suffix.lower() != suffix:
        raise WrongCall(
            f"--output {path}: {what} is {suffix[1:]}, not {path.suffix[1:]}.",
            f"{readers} open {suffix[1:]}: --output {path.with_suffix(suffix)}.",
        )


def refuse_baseline(path: Path, *, force: bool) -> None:
    """Refuse a baseline that would replace a link, or a file that is something else."""
    if path.is_symlink():
        raise Refusal(
            f"{shown_name(path)} is a link; nothing was saved.",
            "Delete the link and run the command again.",
        )
    if not force and os.path.lexists(path) and not _is_baseline(path):
        raise _Taken(f"{shown_name(path)} exists and is not a baseline.")


class _Taken(WrongCall):
    def __init__(self, message: str) -> None:
        super().__init__(message, "Use --force to write it anyway.")


def _of_a_workspace(target: Path) -> bool:
    """Whether a file is, or would be, part of a workspace: no YAML file is a report."""
    if target.suffix.lower() in SUFFIXES:
        return True
    root = find_root(target.parent)
    first, *others = (part.lower() for part in target.relative_to(root).parts)
    ours = [*(kind.folder for kind in KINDS if kind.folder), SCHEMAS]
    return is_workspace(root) and (first in ours if others else first == baseline.FILE)


def _leads_out(path: Path) -> bool:
    """Whether a link in a repository would lead a report out of it: anybody could have added it."""
    target, written = real(path), Path(os.path.abspath(path))  # noqa: PTH100 - does not follow links
    tops = (each for each in written.parents if is_workspace(each) or (each / ".git").exists())
    return any(not target.is_relative_to(real(top)) for top in tops)


def written_by_tas(path: Path, ours: Ours) -> bool:
    """Whether a file is what a command writes; an empty one is."""
    try:
        with path.open("rb") as file:
            beginning = file.read(BEGINNING)
            file.seek(max(0, path.stat().st_size - END))
            return ours.recognized(beginning, file.read(END))
    except OSError:
        return False


def _is_baseline(path: Path) -> bool:
    try:
        text = read_bytes(path, limit=baseline.MAX_BYTES).decode()
        return not text or baseline.read_baseline(text) is not None
    except (Unreadable, UnicodeDecodeError, baseline.NotABaselineError):
        return False
