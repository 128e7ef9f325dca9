"""What a command says on standard error: its refusals, and lines beside its result."""

from __future__ import annotations

import sys
from pathlib import Path

from tas_cli.refusals import Refusal, reason_of
from tas_cli.views.safe import message_line


def say_refusal(refusal: Refusal) -> None:
    """Write a refusal to standard error, made harmless as `say` does."""
    lines = filter(None, [f"tas: {refusal.message}", *refusal.lines, refusal.advice])
    sys.stderr.write("\n  ".join(map(message_line, lines)) + "\n")


def unwritable(path: Path, error: OSError) -> Refusal:
    """Return the refusal of a file that the system does not let be written."""
    from tas_cli.places import shown_name  # noqa: PLC0415 - `--help` needs none

    return Refusal(f"{shown_name(path)} cannot be written: {reason_of(error)}.")


def say(line: str) -> None:
    """Write one line to standard error: the way there for whatever repeats a name or an argument.

    What acts on a terminal or a CI service is made harmless here, so that no caller has to.
    """
    sys.stderr.write(message_line(line) + "\n")
    sys.stderr.flush()
