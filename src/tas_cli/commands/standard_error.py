"""What a command prints to standard error: refusals, and remarks apart from its result."""

from __future__ import annotations

import sys
from pathlib import Path

from tas_cli.commands.folding import folded
from tas_cli.refusals import Refusal, reason_of
from tas_cli.views.safe import message_line


def print_refusal(refusal: Refusal) -> None:
    """Write a refusal to standard error, made harmless as in `say`."""
    lines = filter(None, [f"tas: {refusal.message}", *refusal.lines, refusal.advice])
    sys.stderr.write("\n  ".join(folded(message_line(line), sys.stderr, 2) for line in lines))
    sys.stderr.write("\n")


def unwritable(path: Path, error: OSError) -> Refusal:
    """Return the refusal for a file that the system does not allow to be written."""
    return Refusal(f"cannot write {_shown(path)}: {reason_of(error)}.")


def say_waiting(path: Path | str) -> None:
    """Say that a file has to wait for another writer."""
    say(f"Waiting: another process has locked {_shown(path)}.")


def _shown(path: Path | str) -> str:
    from tas_cli.places import shown_name  # noqa: PLC0415 - `--help` needs none

    return shown_name(path)


def say(line: str) -> None:
    """Write one line to standard error; use it for anything that repeats a name or an argument.

    It removes what would act on a terminal or a CI service, so no caller has to.
    """
    sys.stderr.write(folded(message_line(line), sys.stderr) + "\n")
    sys.stderr.flush()
