"""Whether there is a terminal, and what it can show: width, color, more than ASCII."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tas_cli.commands.folding import width
from tas_cli.places import find_root, is_workspace

if TYPE_CHECKING:
    from tas_cli.views.terminal.screen import Screen


def is_interactive() -> bool:
    """Whether there is a person at a terminal who can read questions and answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_at_work() -> bool:
    """Whether there is such a person, and the working directory is in a workspace."""
    return is_interactive() and is_workspace(find_root(Path.cwd()))


def is_accessible() -> bool:
    """Whether ACCESSIBLE asks for plain lines: no full screens, drawings or progress bars."""
    return bool(os.environ.get("ACCESSIBLE"))


def has_full_screen() -> bool:
    """Whether there is a terminal for the full screen, which is drawn on standard error."""
    usable = os.environ.get("TERM") != "dumb" and not is_accessible()
    return usable and is_interactive() and sys.stderr.isatty()


def has_pager() -> bool:
    """Whether a long page is shown in a pager: not if PAGER is empty, as for git."""
    usable = os.environ.get("TERM") != "dumb" and not is_accessible()
    return usable and is_interactive() and os.environ.get("PAGER", "less") != ""


def screen() -> Screen:
    """Return what standard output can show."""
    from tas_cli.views.terminal.screen import Screen  # noqa: PLC0415 - not to ask about a terminal

    return Screen(width=width(), color=_color(), unicode=_unicode(), cut=sys.stdout.isatty())


def height() -> int:
    """Return the lines of the terminal, or 24 if there is none."""
    return shutil.get_terminal_size((80, 24)).lines


def _color() -> bool:
    """Whether to use color, by NO_COLOR, FORCE_COLOR, TERM and whether there is a terminal."""
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return sys.stdout.isatty() and environment.get("TERM") != "dumb"


def _unicode() -> bool:
    try:
        "–·•●→▶…≠├└┆┄◀✕┊✓".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
